import { Screen } from "@/components/lab/screen";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { Money } from "@/components/ui/money";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { listPrices } from "@/lib/catalogue/operations/list-prices";
import { may } from "@/lib/core/actor";
import { pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { SearchForm } from "../_components/search-form";
import { benchActor } from "../bench-actor";
import { AddPrice } from "./_components/add-price";
import { PriceCell } from "./_components/price-cell";

export const metadata = { title: "Prices" };

export default async function PricesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { q, cursor } = query;
  const { data, nextCursor } = await load(listPrices, {
    query: { limit: "50", ...(q && { q }), ...(cursor && { cursor }) },
  });
  const actor = await benchActor();
  const { currency, timeZone } = actor.laboratory;
  const manages = may(actor, "price:manage");
  return (
    <Screen crumbs={[{ label: "Prices" }]}>
      <PageHead
        title="Prices"
        note={
          manages
            ? "Type a price over and leave the field: it is saved. Orders and invoices that exist keep theirs."
            : "What tests and panels cost. Orders and invoices that exist keep their prices."
        }
        actions={manages && <AddPrice currency={currency} />}
      />
      <div className="mb-4">
        <SearchForm name="q" value={q} label="Name or code" />
      </div>
      {data.length === 0 ? (
        <Empty title={q ? "No price fits that" : "Nothing has a price yet"}>
          {q
            ? "Try a part of the name, or the code as it stands on the order."
            : "What has no price is ordered at no charge. Set a price for each test and panel that you sell."}
        </Empty>
      ) : (
        <>
          <Table label="Prices, by code">
            <TableHead>
              <Head>Code</Head>
              <Head>Name</Head>
              <Head>Kind</Head>
              <Head end>Price</Head>
              <Head end>Set</Head>
            </TableHead>
            <TableBody>
              {data.map((price) => (
                <Row key={price.code}>
                  <Cell phone="sub">
                    <Id>{price.code}</Id>
                  </Cell>
                  <Cell phone="lead">{price.name}</Cell>
                  <Cell phone="none">{price.kind === "test" ? "Test" : "Panel"}</Cell>
                  <Cell end phone="lead-end" className="max-md:row-span-2 md:w-64">
                    {manages ? (
                      // Another version is another row: what was set elsewhere is shown, not what was typed here.
                      <PriceCell key={price.version} price={price} />
                    ) : (
                      <Money amount={price.amount} currency={price.currency} />
                    )}
                  </Cell>
                  <Cell end phone="none">
                    <Time at={price.updatedAt} zone={timeZone} form="date" />
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
          <Paging
            shown={data.length}
            {...pagesAround("/prices", query, nextCursor)}
            words={{ newer: "Back", older: "Further" }}
          />
        </>
      )}
    </Screen>
  );
}
