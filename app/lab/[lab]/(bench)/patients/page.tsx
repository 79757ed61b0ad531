import { UserPlus } from "lucide-react";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { SearchForm } from "../_components/search-form";
import { benchActor } from "../bench-actor";
import { FoundNote } from "./_components/found-note";
import { PatientTable } from "./_components/patient-table";

export const metadata = { title: "Patients" };

export default async function PatientsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { q, cursor } = query;
  const { data, nextCursor } = await load(listPatients, {
    query: { ...(q && { q }), ...(cursor && { cursor }) },
  });
  const actor = await benchActor();
  const register = may(actor, "patient:register") && (
    <LinkButton href="/patients/new" look="primary">
      <UserPlus aria-hidden="true" />
      Register a patient
    </LinkButton>
  );
  return (
    <Screen crumbs={[{ label: "Patients" }]} find={false}>
      <PageHead title="Patients" actions={register} />
      <div className="mb-4">
        <SearchForm
          name="q"
          value={q}
          label="Name, MRN, phone or birth date"
          help="Several together find more exactly: jones 1961-06-15"
          wide
        />
      </div>
      {data.length === 0 ? (
        <NobodyFound searched={Boolean(q)} action={register} />
      ) : (
        <>
          <PatientTable patients={data} zone={actor.laboratory.timeZone} searched={Boolean(q)} />
          {q ? (
            <FoundNote count={data.length} />
          ) : (
            <Paging shown={data.length} {...pagesAround("/patients", query, nextCursor)} />
          )}
        </>
      )}
    </Screen>
  );
}

function NobodyFound({ searched, action }: { searched: boolean; action: React.ReactNode }) {
  if (searched) {
    return (
      <Empty title="Nobody here fits that" action={action}>
        Try less of it: the family name alone, or the birth date as 1961-06-15. Spelling and accents need not
        be exact.
      </Empty>
    );
  }
  return (
    <Empty title="No patient is registered yet" action={action}>
      Everybody a sample comes from is registered once, and found again by name, MRN, phone or birth date.
    </Empty>
  );
}
