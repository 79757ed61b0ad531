import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { SessionView } from "@/lib/accounts/schema";
import { EndSession } from "./end-session";

/** Every place of this account, at other laboratories too. */
export function SessionTable({ sessions, zone }: { sessions: readonly SessionView[]; zone: string }) {
  return (
    <Table label="Sessions, newest first" tall>
      <TableHead>
        <Head>Device</Head>
        <Head>Address</Head>
        <Head>Network address</Head>
        <Head>Signed in</Head>
        <Head>Last active</Head>
        <Head>Ends at the latest</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <Row key={session.id}>
            <Cell phone="lead" row>
              {session.device} {session.current && <Tag>this one</Tag>}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {session.place}
            </Cell>
            <Cell phone="line" head="Network" className="id">
              {session.ip ?? "not known"}
            </Cell>
            <Cell phone="none">
              <Time at={session.createdAt} zone={zone} form="both" />
            </Cell>
            <Cell phone="sub-end">
              <Time at={session.lastActiveAt} zone={zone} form="both" />
            </Cell>
            <Cell phone="none">
              <Time at={session.expiresAt} zone={zone} form="date" />
            </Cell>
            <Cell end phone="lead-end">
              {!session.current && <EndSession id={session.id} device={session.device} />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
