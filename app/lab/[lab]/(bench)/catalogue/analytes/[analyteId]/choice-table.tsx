import { Flag } from "@/components/lab/flag";
import { Id } from "@/components/ui/id";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Choice } from "@/lib/catalogue/schema";

export function ChoiceTable({ choices }: { choices: readonly Choice[] }) {
  return (
    <Table label="Values it can take" className="max-w-140">
      <TableHead>
        <Head>Words</Head>
        <Head>Code</Head>
        <Head>Flag</Head>
      </TableHead>
      <TableBody>
        {choices.map(({ code, label, abnormal }) => (
          <Row key={code}>
            <Cell phone="lead">{label}</Cell>
            <Cell phone="sub">
              <Id>{code}</Id>
            </Cell>
            <Cell phone="lead-end">
              <Flag flag={abnormal ? "A" : "N"} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
