import { Id } from "@/components/ui/id";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { load } from "@/lib/api/load";
import { listPanels } from "@/lib/catalogue/operations/list-panels";
import { readSearch, type SearchParams } from "../../_components/page-links";
import { CatalogueList } from "../_components/catalogue-list";
import { listQuery } from "../_components/list-query";

export const metadata = { title: "Panels" };

export default async function PanelsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { data, nextCursor } = await load(listPanels, { query: listQuery(query) });
  return (
    <CatalogueList
      path="/catalogue/panels"
      query={query}
      shown={data.length}
      nextCursor={nextCursor}
      meaning="A panel is several tests sold together at one price."
    >
      <Table label="Panels, by name">
        <TableHead>
          <Head>Name</Head>
          <Head>Code</Head>
          <Head>Tests</Head>
        </TableHead>
        <TableBody>
          {data.map((panel) => (
            <Row key={panel.id}>
              <Cell phone="lead" className="whitespace-nowrap max-md:whitespace-normal">
                <RowLink href={`/catalogue/panels/${panel.id}`}>{panel.name}</RowLink>
              </Cell>
              <Cell phone="lead-end">
                <Id>{panel.code}</Id>
              </Cell>
              <Cell phone="line">{panel.tests.map(({ name }) => name).join(", ")}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </CatalogueList>
  );
}
