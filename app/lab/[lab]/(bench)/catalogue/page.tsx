import { isCapColour, Tube } from "@/components/lab/tube";
import { Id } from "@/components/ui/id";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { load } from "@/lib/api/load";
import { listTests } from "@/lib/catalogue/operations/list-tests";
import { readSearch, type SearchParams } from "../_components/page-links";
import { CatalogueList } from "./_components/catalogue-list";
import { listQuery } from "./_components/list-query";

export const metadata = { title: "Tests" };

export default async function TestsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { data, nextCursor } = await load(listTests, { query: listQuery(query) });
  return (
    <CatalogueList
      path="/catalogue"
      query={query}
      shown={data.length}
      nextCursor={nextCursor}
      meaning="A test is the smallest thing that can be ordered: one or more analytes from one kind of sample."
    >
      <Table label="Tests, by name">
        <TableHead>
          <Head>Name</Head>
          <Head>Code</Head>
          <Head>Section</Head>
          <Head>Sample</Head>
          <Head end>Analytes</Head>
        </TableHead>
        <TableBody>
          {data.map((test) => (
            <Row key={test.id}>
              <Cell phone="lead">
                <RowLink href={`/catalogue/tests/${test.id}`}>{test.name}</RowLink>
              </Cell>
              <Cell phone="lead-end">
                <Id>{test.code}</Id>
              </Cell>
              <Cell phone="none">{test.section}</Cell>
              <Cell phone="sub">
                <Tube
                  cap={isCapColour(test.sampleType.cap) ? test.sampleType.cap : "none"}
                  label={test.sampleType.name}
                />
              </Cell>
              <Cell end phone="none" className="tabular-nums">
                {test.analytes.length}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </CatalogueList>
  );
}
