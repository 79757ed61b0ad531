import { Id } from "@/components/ui/id";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import type { AnalyteLine } from "@/lib/catalogue/schema";
import { kindWords } from "./words";

/** The lines of a test or a panel, in the order of the report. */
export function AnalyteLines({ analytes }: { analytes: readonly AnalyteLine[] }) {
  return (
    <Table label="Analytes, in the order of the report">
      <TableHead>
        <Head>Name</Head>
        <Head>Code</Head>
        <Head>LOINC</Head>
        <Head>Kind</Head>
        <Head>Unit</Head>
      </TableHead>
      <TableBody>
        {analytes.map((analyte) => (
          <Row key={analyte.id}>
            <Cell phone="lead">
              <RowLink href={`/catalogue/analytes/${analyte.id}`}>{analyte.name}</RowLink>
            </Cell>
            <Cell phone="lead-end">
              <Id>{analyte.code}</Id>
            </Cell>
            <Cell phone="none">{analyte.loinc && <Id>{analyte.loinc}</Id>}</Cell>
            <Cell phone="sub">{kindWords[analyte.kind]}</Cell>
            <Cell phone="sub-end">{analyte.unit}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
