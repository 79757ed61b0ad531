import { Id } from "@/components/ui/id";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { load } from "@/lib/api/load";
import { listAnalytes } from "@/lib/catalogue/operations/list-analytes";
import { readSearch, type SearchParams } from "../../_components/page-links";
import { CatalogueList } from "../_components/catalogue-list";
import { listQuery } from "../_components/list-query";
import { kindWords } from "../_components/words";

export const metadata = { title: "Analytes" };

export default async function AnalytesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { data, nextCursor } = await load(listAnalytes, { query: listQuery(query) });
  return (
    <CatalogueList
      path="/catalogue/analytes"
      query={query}
      shown={data.length}
      nextCursor={nextCursor}
      meaning="An analyte is what is measured and reported on one line."
    >
      <Table label="Analytes, by name">
        <TableHead>
          <Head>Name</Head>
          <Head>Code</Head>
          <Head>LOINC</Head>
          <Head>Section</Head>
          <Head>Kind</Head>
          <Head>Unit</Head>
        </TableHead>
        <TableBody>
          {data.map((analyte) => (
            <Row key={analyte.id}>
              <Cell phone="lead">
                <RowLink href={`/catalogue/analytes/${analyte.id}`}>{analyte.name}</RowLink>
              </Cell>
              <Cell phone="lead-end">
                <Id>{analyte.code}</Id>
              </Cell>
              <Cell phone="none">{analyte.loinc && <Id>{analyte.loinc}</Id>}</Cell>
              <Cell phone="sub">{analyte.section}</Cell>
              <Cell phone="none">{kindWords[analyte.kind]}</Cell>
              <Cell phone="sub-end">{analyte.unit}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </CatalogueList>
  );
}
