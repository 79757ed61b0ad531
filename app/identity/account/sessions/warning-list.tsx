import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import type { WarningView } from "@/lib/accounts/schema.watch";

const seen: Record<WarningView["kind"], string> = {
  many_accounts: "Somebody signed in as you from an address that had tried many other accounts.",
  code_spraying: "Somebody used a code of yours from an address that had tried many other accounts' codes.",
  refresh_replay: "A key to one of your sessions was used twice: somebody may have a copy of it.",
  new_network: "Somebody signed in as you from a network and a time zone that are new to you.",
  not_me: "You told us that something was not you.",
};

const done: Record<WarningView["answer"], string> = {
  noted: "We wrote it down.",
  notice_sent: "We sent you a mail.",
  second_factor_asked: "It passed your second factor, and we sent you a mail.",
  sessions_ended: "We ended the session, and sent you a mail.",
  account_locked: "We locked your account.",
};

/** What looked like an attack on this account, and what was done about it. */
export function WarningList({ warnings, zone }: { warnings: readonly WarningView[]; zone: string }) {
  return (
    <>
      <ul className="mt-2 grid gap-3">
        {warnings.map((warning) => (
          <li key={warning.id} className="border-s-2 border-warn ps-3">
            <p className="font-medium">{seen[warning.kind]}</p>
            <p className="text-ink-2">{done[warning.answer]}</p>
            <p className="text-xs text-ink-2 wrap-anywhere">
              <Time at={warning.at} zone={zone} form="both" /> · {warning.place}
              {warning.ip && (
                <>
                  {" "}
                  · <span className="id">{warning.ip}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        If one of these was not you, end the sessions you do not know and{" "}
        <PageLink href="/account/security">change your password</PageLink>.
      </p>
    </>
  );
}
