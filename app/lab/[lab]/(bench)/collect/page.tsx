import { Printer } from "lucide-react";
import { Screen } from "@/components/lab/screen";
import { FileButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { listCollections } from "@/lib/orders/operations/list-collections";
import type { CollectionList } from "@/lib/orders/schema";
import { OrderMarks } from "../_components/order-marks";
import { pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { bornPhrase, sexWords } from "../_components/person-words";
import { ShownName } from "../_components/shown-name";
import { benchActor } from "../bench-actor";
import { CollectTubes } from "./_components/collect-tubes";

export const metadata = { title: "Collection" };

type Awaited = CollectionList["data"][number];

export default async function CollectPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { data, nextCursor } = await load(listCollections, {
    query: { ...(query.cursor && { cursor: query.cursor }) },
  });
  const actor = await benchActor();
  const zone = actor.laboratory.timeZone;
  const collects = may(actor, "sample:collect");
  return (
    <Screen crumbs={[{ label: "Collection" }]}>
      <PageHead title="To be collected" note="The most urgent first, then whoever waits longest." />
      {data.length === 0 ? (
        <Empty title="Nothing is to be collected">
          Tubes come here when an order is placed, or when a rejected sample is asked for again.
        </Empty>
      ) : (
        <>
          <ul className="border-t border-line-strong">
            {data.map((order) => (
              <li
                key={order.orderId}
                className="border-b border-line py-4 max-md:py-3 lg:grid lg:grid-cols-[minmax(280px,2fr)_3fr] lg:gap-8"
              >
                <OrderHead order={order} zone={zone} labels={may(actor, "sample:label")} />
                <CollectTubes
                  // Tubes that are taken leave the list; what was typed for the rest stays.
                  samples={order.samples}
                  zone={zone}
                  collects={collects}
                />
              </li>
            ))}
          </ul>
          <Paging
            shown={data.length}
            words={{ newer: "Before", older: "Next" }}
            {...pagesAround("/collect", query, nextCursor)}
          />
        </>
      )}
    </Screen>
  );
}

/** Two identifiers to compare the person with, before a needle is unwrapped. */
function OrderHead({ order, zone, labels }: { order: Awaited; zone: string; labels: boolean }) {
  const { patient } = order;
  return (
    <header className="mb-2.5 grid content-start justify-items-start gap-2">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
          <span className="text-md wrap-anywhere">
            <ShownName of={patient} />
          </span>
          <OrderMarks priority={order.priority} fasting={order.fasting} />
        </h2>
        <p className="text-ink-2">
          <Id strong>{patient.mrn}</Id> · <strong>{bornPhrase(patient)}</strong>
          {patient.sex !== "unknown" && ` · ${sexWords[patient.sex].toLowerCase()}`}
        </p>
        <p className="text-xs text-ink-3">
          Order <Id>{order.accessionNumber}</Id>, placed <Time at={order.placedAt} zone={zone} />
        </p>
      </div>
      {labels && (
        <FileButton size="small" href={`/orders/${order.orderId}/labels`} target="_blank">
          <Printer aria-hidden="true" />
          Labels
        </FileButton>
      )}
    </header>
  );
}
