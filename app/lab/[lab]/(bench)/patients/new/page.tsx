import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { may } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { localDateToday } from "@/lib/core/dates";
import { readSearch, type SearchParams } from "../../_components/page-links";
import { benchActor } from "../../bench-actor";
import { NewPatientForm } from "./new-patient-form";

export const metadata = { title: "Register a patient" };

export default async function NewPatientPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await benchActor("patient:register");
  const { then } = await readSearch(searchParams);
  return (
    <Screen
      find={false}
      crumbs={[
        ...(may(actor, "patient:read") ? [{ label: "Patients", href: "/patients" }] : []),
        { label: "Register" },
      ]}
    >
      <PageHead
        title="Register a patient"
        note="Who is registered already is shown before anything is saved."
      />
      <NewPatientForm
        today={localDateToday(now(), actor.laboratory.timeZone)}
        thenOrder={then === "order" || !may(actor, "patient:read")}
      />
    </Screen>
  );
}
