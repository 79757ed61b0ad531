import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { OpenedAccount } from "@/lib/operator/schema.accounts";
import { zone } from "../../operator-actor";

export function SessionTable({ sessions }: Pick<OpenedAccount, "sessions">) {
  return (
    <Table label="Open sessions, newest first">
      <TableHead>
        <Head>Device</Head>
        <Head>Address</Head>
        <Head>Proved by</Head>
        <Head>From</Head>
        <Head>Signed in</Head>
        <Head>Last active</Head>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <Row key={session.id}>
            <Cell phone="lead" row className="text-start font-normal">
              {session.device}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {session.place}
            </Cell>
            <Cell phone="line" head="Proved by">
              {[session.firstFactor, session.secondFactor]
                .flatMap((factor) => (factor ? [factor.replaceAll("_", " ")] : []))
                .join(", ")}
            </Cell>
            <Cell phone="none" className="id">
              {session.ip}
            </Cell>
            <Cell phone="none">
              <Time at={session.createdAt} zone={zone} />
            </Cell>
            <Cell phone="lead-end">
              <Time at={session.lastActiveAt} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

export function DeviceTable({ devices }: Pick<OpenedAccount, "devices">) {
  return (
    <Table label="Known devices, the latest first">
      <TableHead>
        <Head>Device</Head>
        <Head>Address</Head>
        <Head>From</Head>
        <Head>First seen</Head>
        <Head>Last seen</Head>
      </TableHead>
      <TableBody>
        {devices.map((device) => (
          <Row key={device.id}>
            <Cell phone="lead" row className="text-start font-normal">
              {device.name}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {device.place}
            </Cell>
            <Cell phone="none" className="id">
              {device.ip}
            </Cell>
            <Cell phone="none">
              <Time at={device.firstSeenAt} zone={zone} />
            </Cell>
            <Cell phone="lead-end">
              <Time at={device.lastSeenAt} zone={zone} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
