import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { readCollectionsStatus } from "@/lib/operator/operations/read-collections-status";
import { ConsoleScreen } from "../_components/console-screen";
import { consoleLoad } from "../operator-actor";
import { grouped, sizeWords } from "./size-words";

export const metadata = { title: "Database" };

export default async function DatabasePage() {
  const { bytes, tables } = await consoleLoad(readCollectionsStatus);
  return (
    <ConsoleScreen crumbs={[{ label: "Database" }]}>
      <PageHead
        title="Database"
        note={`${sizeWords(bytes)} in all. Rows are what PostgreSQL last estimated; nothing is counted for this page.`}
      />
      <Table label="Tables, the largest first" className="max-w-200">
        <TableHead>
          <Head>Table</Head>
          <Head end>Rows, about</Head>
          <Head end>Size</Head>
          <Head end>Of it indexes</Head>
        </TableHead>
        <TableBody>
          {tables.map((table) => (
            <Row key={table.name}>
              <Cell phone="lead" row className="id text-start font-normal">
                {table.name}
              </Cell>
              <Cell phone="sub" end className="tabular-nums">
                {grouped(table.rows)}
                <span className="text-xs text-ink-3 md:hidden"> rows</span>
              </Cell>
              <Cell phone="lead-end" end className="tabular-nums">
                {sizeWords(table.bytes)}
              </Cell>
              <Cell phone="none" end className="text-ink-2 tabular-nums">
                {sizeWords(table.indexBytes)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </ConsoleScreen>
  );
}
