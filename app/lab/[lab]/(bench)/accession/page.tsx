import { load, tryLoad } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { openOrder } from "@/lib/orders/operations/open-order";
import { listSamples } from "@/lib/samples/operations/list-samples";
import { readSearch, type SearchParams } from "../_components/page-links";
import { benchActor } from "../bench-actor";
import { rejectChoices } from "../samples/reject-choices";
import { AccessionStation } from "./_components/accession-station";

export const metadata = { title: "Accession" };

/** More than this is "over a hundred": nobody counts them for a number at the side. */
const COUNTED_MAX = 100;

export default async function AccessionPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await benchActor("sample:accession");
  const { order: orderId } = await readSearch(searchParams);
  const collected = await load(listSamples, { query: { state: "collected", limit: COUNTED_MAX } });
  const order = orderId ? await tryLoad(openOrder, { params: { orderId } }) : null;
  return (
    <AccessionStation
      now={now().toISOString()}
      zone={actor.laboratory.timeZone}
      order={order?.ok ? { id: order.value.id, accessionNumber: order.value.accessionNumber } : null}
      collected={{ count: collected.data.length, isMore: collected.hasMore }}
      reasons={may(actor, "sample:reject") ? rejectChoices : null}
    />
  );
}
