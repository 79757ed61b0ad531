import { redirect } from "next/navigation";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { load, tryLoad } from "@/lib/api/load";
import { type LabActor, may } from "@/lib/core/actor";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { openByBarcode } from "@/lib/samples/operations/open-by-barcode";
import { readSearch, type SearchParams } from "../_components/page-links";
import { SearchForm } from "../_components/search-form";
import { benchActor } from "../bench-actor";
import { FoundNote } from "../patients/_components/found-note";
import { PatientTable } from "../patients/_components/patient-table";

export const metadata = { title: "Find" };

/** Numbers of tubes and orders: letters, figures and dashes, no spaces, at least one figure. */
const NUMBER = /^(?=.*\d)[A-Z0-9-]{3,26}$/;

export default async function FindPage({ searchParams }: { searchParams: SearchParams }) {
  const { q = "" } = await readSearch(searchParams);
  const actor = await benchActor();
  const place = q ? await placeOfNumber(q.toUpperCase(), actor) : null;
  if (place) redirect(place);
  const findsPatients = may(actor, "patient:read");
  const found = q && findsPatients ? await load(listPatients, { query: { q } }) : null;
  return (
    <Screen crumbs={[{ label: "Find" }]} find={false}>
      <PageHead title="Find" />
      <div className="mb-5">
        <SearchForm
          name="q"
          value={q}
          label={findsPatients ? "Tube, order or patient" : "Tube or order"}
          help={`A tube's barcode or an accession number opens it.${findsPatients ? " A name, MRN, phone or birth date finds patients." : ""}`}
          wide
        />
      </div>
      {found && found.data.length > 0 && (
        <>
          <PatientTable patients={found.data} zone={actor.laboratory.timeZone} searched />
          <FoundNote count={found.data.length} />
        </>
      )}
      {q && (!found || found.data.length === 0) && <NothingFound q={q} actor={actor} />}
    </Screen>
  );
}

/** Where a scanned or typed number leads: to its sample, or to its order. */
async function placeOfNumber(number: string, actor: LabActor): Promise<string | null> {
  if (!NUMBER.test(number)) return null;
  if (may(actor, "sample:read")) {
    const sample = await tryLoad(openByBarcode, { params: { barcode: number } });
    if (sample.ok) return `/samples/${sample.value.id}`;
  }
  if (!may(actor, "order:read")) return null;
  const orders = await tryLoad(listOrders, { query: { accessionNumber: number, limit: 2 } });
  if (!orders.ok) return null;
  const exact = orders.value.data.find(({ accessionNumber }) => accessionNumber === number);
  return exact ? `/orders/${exact.id}` : null;
}

function NothingFound({ q, actor }: { q: string; actor: LabActor }) {
  const isNumber = NUMBER.test(q.toUpperCase());
  return (
    <Empty
      title={isNumber ? "No tube, order or patient has this number" : "Nobody here fits that"}
      action={
        !isNumber &&
        may(actor, "patient:register") && <LinkButton href="/patients/new">Register a patient</LinkButton>
      }
    >
      {isNumber ? (
        <>
          Look at the number under the bars again: <Id>{q.toUpperCase()}</Id>. It may be of another
          laboratory.
        </>
      ) : (
        "Try less of it: the family name alone, or the birth date as 1961-06-15."
      )}
    </Empty>
  );
}
