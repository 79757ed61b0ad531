import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { readMailbox } from "@/lib/mailbox/operations/read-mailbox";

export const metadata: Metadata = { title: "Mailbox" };

export default async function MailboxPage({ searchParams }: { searchParams: Promise<{ to?: string }> }) {
  const { to } = await searchParams;
  const mails = await load(readMailbox, { query: to ? { to } : {} });
  return (
    <Column>
      <PageHead
        title="Mailbox"
        note="Every mail this development or demonstration server owes somebody. Unless a carrier is set up, nothing leaves this machine."
        actions={to ? <PageLink href="/dev/mail">All recipients</PageLink> : undefined}
      />
      {mails.length === 0 ? (
        <Empty title="No mail yet">
          Sign a laboratory up or invite a colleague: the message will be here at once.
        </Empty>
      ) : (
        <Table label="Mails, newest first" tall>
          <TableHead>
            <Head>Subject</Head>
            <Head>To</Head>
            <Head end>Written</Head>
          </TableHead>
          <TableBody>
            {mails.map((mail) => (
              <Row key={mail.id}>
                <Cell phone="lead">
                  <RowLink href={`/dev/mail/${mail.id}`}>{mail.subject}</RowLink>
                </Cell>
                <Cell phone="sub">{mail.to}</Cell>
                <Cell end phone="sub-end">
                  <Time at={mail.createdAt} zone="UTC" form="both" />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </Column>
  );
}
