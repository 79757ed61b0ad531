import { WorkMark } from "@/components/lab/state-mark";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import type { OpenedAccount } from "@/lib/operator/schema.accounts";
import { zone } from "../../operator-actor";

/** Who it is and what guards it. */
export function AccountFacts({ account }: { account: OpenedAccount }) {
  const { failedSignIns, openSuspicions } = account;
  return (
    <DescriptionList
      layout="above"
      items={[
        { term: "Public id", value: <Id>{account.publicId}</Id> },
        { term: "Kind", value: kinds[account.kind] },
        { term: "Username", value: account.username },
        { term: "E-mail", value: <EmailMark at={account.emailVerifiedAt} /> },
        { term: "Second factor", value: <FactorMark account={account} /> },
        {
          term: "Password changed",
          value: account.passwordChangedAt && <Time at={account.passwordChangedAt} zone={zone} />,
        },
        {
          term: "Wrong passwords in a row",
          value: failedSignIns.waitsUntil ? (
            <WorkMark glyph="half" tone="warn">
              {failedSignIns.inARow}, waits until{" "}
              <Time at={failedSignIns.waitsUntil} zone={zone} form="time" />
            </WorkMark>
          ) : (
            failedSignIns.inARow
          ),
        },
        {
          term: "Suspicions",
          value:
            openSuspicions > 0 ? (
              <PageLink href={`/operator/suspicions?account=${account.id}`}>{openSuspicions} open</PageLink>
            ) : null,
        },
        { term: "Made", value: <Time at={account.createdAt} zone={zone} /> },
      ]}
    />
  );
}

const kinds = { patient: "Patient", provider: "Provider", staff: "Staff" };

function EmailMark({ at }: { at: string | null }) {
  if (!at)
    return (
      <WorkMark glyph="dotted" tone="wait">
        Not confirmed
      </WorkMark>
    );
  return (
    <WorkMark glyph="done" tone="done">
      Confirmed <Time at={at} zone={zone} form="date" />
    </WorkMark>
  );
}

const factors = { totp: "authenticator app", passkey: "passkey", recovery_code: "recovery codes" };

function FactorMark({ account: { secondFactors, recoveryCodesLeft } }: { account: OpenedAccount }) {
  const held = secondFactors.filter((each) => each !== "recovery_code");
  if (held.length === 0)
    return (
      <WorkMark glyph="dotted" tone="wait">
        Off
      </WorkMark>
    );
  const codes = recoveryCodesLeft > 0 ? [`${recoveryCodesLeft} ${factors.recovery_code}`] : [];
  return (
    <WorkMark glyph="done" tone="done">
      On: {[...held.map((each) => factors[each]), ...codes].join(", ")}
    </WorkMark>
  );
}
