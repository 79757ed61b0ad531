import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { type MatrixLine, permissionMatrix } from "@/lib/api/matrix";
import { type Role, roleNames, roles } from "@/lib/core/access";

export const metadata: Metadata = { title: "Who may do what" };

export default function PermissionsPage() {
  return (
    <Column>
      <PageHead
        title="Who may do what"
        note="Every operation and the roles that may use it, read off the operations themselves. Every member may also do what is open to members; everyone what is open to anyone."
      />
      <Table label="Operations and roles" phone="scroll">
        <TableHead>
          <Head>Operation</Head>
          <Head>Needs</Head>
          {roleNames.map((role) => (
            <Head key={role}>{roles[role].label}</Head>
          ))}
        </TableHead>
        <TableBody>
          {permissionMatrix().map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </TableBody>
      </Table>
    </Column>
  );
}

function Line({ line }: { line: MatrixLine }) {
  return (
    <Row>
      <Cell row>
        {line.summary} <span className="id text-ink-3">{line.id}</span>
      </Cell>
      <Cell>
        <span title={line.why}>{line.needs}</span>
      </Cell>
      {roleNames.map((role: Role) => (
        <Cell key={role}>{line.may.has(role) ? "yes" : <span className="text-ink-3">–</span>}</Cell>
      ))}
    </Row>
  );
}
