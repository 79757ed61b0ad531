import { tryLoad } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { findPatientsToOrderFor } from "@/lib/orders/operations/find-patients-to-order-for";
import { orderReach } from "@/lib/orders/policy";
import { readSearch, type SearchParams } from "../../_components/page-links";
import { benchActor } from "../../bench-actor";
import { NewOrder } from "./_components/new-order";

export const metadata = { title: "Place an order" };

export default async function NewOrderPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await benchActor("order:place");
  const { patient: patientId } = await readSearch(searchParams);
  const found = patientId ? await tryLoad(findPatientsToOrderFor, { query: { patientId } }) : null;
  const { currency, timeZone } = actor.laboratory;
  return (
    <NewOrder
      key={patientId}
      patient={found?.ok ? (found.value.data[0] ?? null) : null}
      isUnknownPatient={found !== null && !found.ok}
      now={now().toISOString()}
      zone={timeZone}
      currency={currency}
      registers={may(actor, "patient:register")}
      // Who orders as a provider orders in their own name.
      choosesProvider={may(actor, "provider:read") && orderReach(actor, "order:place").kind === "all"}
    />
  );
}
