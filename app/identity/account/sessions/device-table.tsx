import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { DeviceView } from "@/lib/accounts/schema.watch";
import { ForgetDevice } from "./forget-device";

/** The browsers and programs that need no announcement when they sign in again. */
export function DeviceTable({ devices, zone }: { devices: readonly DeviceView[]; zone: string }) {
  return (
    <Table label="Devices, the one used last first" tall>
      <TableHead>
        <Head>Device</Head>
        <Head>Address</Head>
        <Head>Network address</Head>
        <Head>Time zone</Head>
        <Head>First seen</Head>
        <Head>Signed in last</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {devices.map((device) => (
          <Row key={device.id}>
            <Cell phone="lead" row>
              {device.name} {device.current && <Tag>this one</Tag>}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {device.place}
            </Cell>
            <Cell phone="line" head="Network" className="id">
              {device.ip ?? "not known"}
            </Cell>
            <Cell phone="none">{device.timeZone ?? "not told"}</Cell>
            <Cell phone="none">
              <Time at={device.firstSeenAt} zone={zone} form="date" />
            </Cell>
            <Cell phone="sub-end">
              <Time at={device.lastSeenAt} zone={zone} form="both" />
            </Cell>
            <Cell end phone="line">
              <ForgetDevice
                id={device.id}
                name={device.name}
                sessions={device.sessions}
                current={device.current}
              />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
