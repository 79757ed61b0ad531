import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ApiKeyView } from "@/lib/accounts/schema.api-keys";
import { KeyState } from "./key-state";

export function KeyTable({ keys, zone }: { keys: readonly ApiKeyView[]; zone: string }) {
  return (
    <Table label="API keys, newest first">
      <TableHead>
        <Head>Name</Head>
        <Head>Begins with</Head>
        <Head>State</Head>
        <Head>Last used</Head>
        <Head>Runs out</Head>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <Row key={key.id}>
            <Cell phone="lead" row className="wrap-anywhere">
              <RowLink href={`/settings/api-keys/${key.id}`}>{key.name}</RowLink>
            </Cell>
            <Cell phone="sub" className="id">
              {key.prefix}
            </Cell>
            <Cell phone="lead-end">
              <KeyState state={key.state} />
            </Cell>
            <Cell phone="sub-end">
              {key.lastUsedAt ? <Time at={key.lastUsedAt} zone={zone} form="both" /> : "never"}
            </Cell>
            <Cell phone="none">
              <Time at={key.expiresAt} zone={zone} form="both" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
