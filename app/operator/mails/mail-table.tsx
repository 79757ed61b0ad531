import { WorkMark } from "@/components/lab/state-mark";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { mailLifecycle } from "@/lib/mailbox/lifecycle";
import type { MailLine, MailSort, MailState } from "@/lib/mailbox/schema";
import { EmailAddress } from "../_components/email-address";
import { withFilter } from "../_components/list-query";
import { headSort, type Sorting } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";

type MailTableProps = {
  mails: readonly MailLine[];
  sorting: Sorting<MailSort>;
  selectable: ReadonlySet<string>;
};

export function MailTable({ mails, sorting, selectable }: MailTableProps) {
  return (
    <Table label="Mails" tall inset={selectable.size > 0}>
      <TableHead>
        <Head>To</Head>
        <Head sort={headSort(sorting, "template")}>About</Head>
        <Head>In the name of</Head>
        <Head>State</Head>
        <Head end sort={headSort(sorting, "most_tries")}>
          Tries
        </Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Owed since</Head>
        <Head>Sent</Head>
      </TableHead>
      <TableBody>
        {mails.map((mail) => (
          <Row key={mail.id}>
            <Cell phone="lead" row className="text-start font-normal wrap-anywhere">
              {selectable.has(mail.id) ? (
                <Ticked id={mail.id} label={`the mail to ${mail.to}`}>
                  <EmailAddress>{mail.to}</EmailAddress>
                </Ticked>
              ) : (
                <span className={selectable.size > 0 ? "ms-7 max-md:ms-8" : ""}>
                  <EmailAddress>{mail.to}</EmailAddress>
                </span>
              )}
            </Cell>
            <Cell phone="sub">
              <TwoLines
                first={mail.subject}
                second={
                  <PageLink
                    href={withFilter("/operator/mails", sorting.query, { template: mail.template })}
                    className="id text-ink-3 no-underline hover:underline"
                    title="Only mails of this kind"
                  >
                    {mail.template}
                  </PageLink>
                }
              />
            </Cell>
            <Cell phone="none" className="wrap-anywhere">
              {mail.sender}
            </Cell>
            <Cell phone="lead-end">
              <MailMark state={mail.state} />
            </Cell>
            <Cell phone="none" end>
              {mail.attempts}
              {mail.resends > 0 && <span className="text-xs text-ink-3"> after {mail.resends} anew</span>}
            </Cell>
            <Cell phone="sub-end">
              <Time at={mail.createdAt} zone={zone} />
            </Cell>
            <Cell phone={mail.error && mail.state !== "sent" ? "line" : "none"} className="wrap-anywhere">
              {mail.sentAt && <Time at={mail.sentAt} zone={zone} />}
              {mail.error && mail.state !== "sent" && <span className="text-danger">{mail.error}</span>}
              {mail.nextTryAt && mail.state === "owed" && mail.attempts > 0 && (
                <span className="block text-xs text-ink-3">
                  next try <Time at={mail.nextTryAt} zone={zone} form="time" />
                </span>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const looks = {
  owed: { glyph: "dotted", tone: "wait" },
  sending: { glyph: "half", tone: "go" },
  sent: { glyph: "done", tone: "done" },
  dead: { glyph: "struck", tone: "bad" },
  muted: { glyph: "struck", tone: "wait" },
  expired: { glyph: "struck", tone: "bad" },
} as const;

function MailMark({ state }: { state: MailState }) {
  return <WorkMark {...looks[state]}>{mailLifecycle.states[state].label}</WorkMark>;
}
