import { FilePlus2 } from "lucide-react";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Tabs } from "@/components/ui/tabs";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { orderLifecycle } from "@/lib/orders/lifecycle";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { OrderQuery, OrderState, Priority } from "@/lib/orders/schema";
import { ChoiceLinks } from "../_components/choice-links";
import { priorityWords } from "../_components/order-marks";
import { address, pagesAround, type Query, readSearch, type SearchParams } from "../_components/page-links";
import { SearchForm } from "../_components/search-form";
import { benchActor } from "../bench-actor";
import { OrderTable } from "./_components/order-table";

export const metadata = { title: "Orders" };

const PATH = "/orders";

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = OrderState.safeParse(query.state).data;
  const priority = Priority.safeParse(query.priority).data;
  const number = OrderQuery.shape.accessionNumber.safeParse(query.number?.toUpperCase()).data;
  const { data, nextCursor } = await load(listOrders, {
    query: {
      ...(state && { state }),
      ...(priority && { priority }),
      ...(number && { accessionNumber: number }),
      ...(query.cursor && { cursor: query.cursor }),
    },
  });
  const actor = await benchActor();
  const place = may(actor, "order:place") && (
    <LinkButton look="primary" href="/orders/new">
      <FilePlus2 aria-hidden="true" />
      Place an order
    </LinkButton>
  );
  const filters = { state, priority, number: query.number };
  return (
    <Screen crumbs={[{ label: "Orders" }]}>
      <PageHead title="Orders" actions={place} />
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SearchForm
          name="number"
          value={query.number}
          label="Accession number, or its beginning"
          keep={{ state, priority }}
        />
        <ChoiceLinks
          label="Priority"
          choices={[
            { label: "All", href: address(PATH, { ...filters, priority: undefined }), current: !priority },
            ...Priority.options.map((option) => ({
              label: priorityWords[option],
              href: address(PATH, { ...filters, priority: option }),
              current: option === priority,
            })),
          ]}
        />
      </div>
      <Tabs label="Orders by state" tabs={stateTabs(state, filters)} />
      {data.length === 0 ? (
        <div className="mt-5">
          <NoOrders filters={filters} action={place} />
        </div>
      ) : (
        <>
          <OrderTable orders={data} zone={actor.laboratory.timeZone} />
          <Paging shown={data.length} {...pagesAround(PATH, query, nextCursor)} />
        </>
      )}
    </Screen>
  );
}

function stateTabs(current: OrderState | undefined, filters: Query) {
  return [
    { href: address(PATH, { ...filters, state: undefined }), label: "All", current: current === undefined },
    ...OrderState.options.map((state) => ({
      href: address(PATH, { ...filters, state }),
      label: orderLifecycle.states[state].label,
      current: state === current,
    })),
  ];
}

function NoOrders({ filters, action }: { filters: Query; action: React.ReactNode }) {
  if (Object.values(filters).some(Boolean)) {
    return (
      <Empty title="No order fits that">
        Take a filter away, or look for the accession number as it stands on the label, without the last dash.
      </Empty>
    );
  }
  return (
    <Empty title="Nothing was ordered yet" action={action}>
      An order names a patient and what is to be measured. Its tubes, results, report and invoice follow from
      it.
    </Empty>
  );
}
