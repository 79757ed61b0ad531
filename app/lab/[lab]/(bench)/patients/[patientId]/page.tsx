import { FilePlus2, Pencil } from "lucide-react";
import type { Metadata } from "next";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { readTimeline } from "@/lib/audit/operations/read-timeline";
import { may } from "@/lib/core/actor";
import { ageAt, formatAge } from "@/lib/core/age";
import { now } from "@/lib/core/clock";
import { listPatientOrders } from "@/lib/orders/operations/list-patient-orders";
import { openPatient } from "@/lib/patients/operations/open-patient";
import type { Patient } from "@/lib/patients/schema";
import { pagesAround, readSearch, type SearchParams } from "../../_components/page-links";
import { bornWords, sexWords } from "../../_components/person-words";
import { RecordTimeline } from "../../_components/record-timeline";
import { benchActor } from "../../bench-actor";
import { OrderTable } from "../../orders/_components/order-table";

type PatientPageProps = { params: Promise<{ patientId: string }>; searchParams: SearchParams };

// Never a name: titles stay in histories and on shared screens.
export const metadata: Metadata = { title: "Patient" };

export default async function PatientPage({ params, searchParams }: PatientPageProps) {
  const { patientId } = await params;
  const query = await readSearch(searchParams);
  const patient = await load(openPatient, { params: { patientId } });
  const actor = await benchActor();
  const orders = may(actor, "order:read")
    ? await load(listPatientOrders, {
        params: { patientId },
        query: { ...(query.cursor && { cursor: query.cursor }) },
      })
    : null;
  const happened = may(actor, "audit:read") ? await load(readTimeline, { query: { patientId } }) : null;
  const zone = actor.laboratory.timeZone;
  const path = `/patients/${patientId}`;
  return (
    <Screen
      crumbs={[{ label: "Patients", href: "/patients" }, { label: <Id>{patient.mrn}</Id> }]}
      identity={
        <IdentityStrip
          identity={{
            family: patient.familyName,
            given: patient.givenName,
            mrn: patient.mrn,
            born: bornWords(patient),
            sex: sexWords[patient.sex],
          }}
          more={ageNow(patient, zone)}
        >
          {may(actor, "patient:change") && (
            <LinkButton size="small" href={`${path}/edit`}>
              <Pencil aria-hidden="true" />
              Correct the record
            </LinkButton>
          )}
        </IdentityStrip>
      }
      aside={
        <>
          <Facts patient={patient} zone={zone} />
          {happened && (
            <Section title="What happened">
              <RecordTimeline entries={happened.data} zone={zone} />
            </Section>
          )}
        </>
      }
    >
      <PageHead
        title="Orders"
        actions={
          may(actor, "order:place") && (
            <LinkButton look="primary" href={`/orders/new?patient=${patientId}`}>
              <FilePlus2 aria-hidden="true" />
              Place an order
            </LinkButton>
          )
        }
      />
      {orders === null ? (
        <Empty title="Orders are not shown to you">None of your roles in this laboratory sees them.</Empty>
      ) : orders.data.length === 0 ? (
        <Empty title="Nothing was ordered for this patient yet">
          An order says what is to be measured; its tubes, results and reports are then found here.
        </Empty>
      ) : (
        <>
          <OrderTable orders={orders.data} zone={zone} patient={false} />
          <Paging shown={orders.data.length} {...pagesAround(path, query, orders.nextCursor)} />
        </>
      )}
    </Screen>
  );
}

function ageNow({ birthDate }: Patient, zone: string) {
  const age = ageAt(birthDate, now(), zone);
  return age ? [{ term: "Age today", value: formatAge(age) }] : [];
}

function Facts({ patient, zone }: { patient: Patient; zone: string }) {
  return (
    <Section title="Record">
      <DescriptionList
        items={[
          { term: "Phone", value: patient.phone },
          { term: "E-mail", value: patient.email },
          {
            term: "Address",
            value: patient.address && <span className="whitespace-pre-line">{patient.address}</span>,
          },
          { term: "National id", value: patient.nationalId && <Id>{patient.nationalId}</Id> },
          { term: "Registered", value: <Time at={patient.createdAt} zone={zone} /> },
          {
            term: "Changed",
            value: patient.version > 1 ? <Time at={patient.updatedAt} zone={zone} /> : null,
          },
        ]}
      />
    </Section>
  );
}
