import { StateMark } from "@/components/lab/state-mark";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Invitation } from "@/lib/laboratories/schema";
import { InvitationActs } from "./invitation-acts";
import { roleWords } from "./role-words";

export function InvitationTable({ invitations, zone }: { invitations: readonly Invitation[]; zone: string }) {
  return (
    <Table label="Invitations, newest first" tall>
      <TableHead>
        <Head>E-mail</Head>
        <Head>Roles</Head>
        <Head>State</Head>
        <Head>Good until</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {invitations.map((invitation) => (
          <Row key={invitation.id}>
            <Cell phone="lead" className="wrap-anywhere" row>
              {invitation.email}
            </Cell>
            <Cell phone="sub">{roleWords(invitation.roles)}</Cell>
            <Cell phone="lead-end">
              <StateMark kind="invitation" state={invitation.isExpired ? "expired" : "pending"} />
            </Cell>
            <Cell phone="none">
              <Time at={invitation.expiresAt} zone={zone} form="both" />
            </Cell>
            <Cell end phone="line">
              <InvitationActs
                id={invitation.id}
                version={invitation.version}
                email={invitation.email}
                isExpired={invitation.isExpired}
              />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
