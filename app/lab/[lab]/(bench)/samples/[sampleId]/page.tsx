import { Printer } from "lucide-react";
import Link from "next/link";
import { cache } from "react";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { isCapColour } from "@/components/lab/tube";
import { FileButton, LinkButton } from "@/components/ui/button";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { load } from "@/lib/api/load";
import { readTimeline } from "@/lib/audit/operations/read-timeline";
import { type LabActor, may } from "@/lib/core/actor";
import { ageAt, formatAge } from "@/lib/core/age";
import { openSample } from "@/lib/samples/operations/open-sample";
import { labelProblem } from "@/lib/samples/policy";
import type { Sample } from "@/lib/samples/schema";
import { OrderMarks } from "../../_components/order-marks";
import { bornWords, identifiers, sexWords } from "../../_components/person-words";
import { RecordTimeline } from "../../_components/record-timeline";
import { nameParts } from "../../_components/shown-name";
import { benchActor } from "../../bench-actor";
import { rejectChoices } from "../reject-choices";
import { LifeOfSample } from "./_components/life-of-sample";
import { actsOn } from "./_components/open-acts";
import { rejectedWords } from "./_components/rejected-words";
import { SampleActions } from "./_components/sample-actions";

type SamplePageProps = { params: Promise<{ sampleId: string }> };

/** Once a request, for the title and for the page: one transaction, one audit event. */
const sampleOf = cache((sampleId: string) => load(openSample, { params: { sampleId } }));

export async function generateMetadata({ params }: SamplePageProps) {
  const { barcode } = await sampleOf((await params).sampleId);
  return { title: `Sample ${barcode}` };
}

export default async function SamplePage({ params }: SamplePageProps) {
  const { sampleId } = await params;
  const sample = await sampleOf(sampleId);
  const actor = await benchActor();
  const zone = actor.laboratory.timeZone;
  const happened = await load(readTimeline, { query: { recordType: "sample", recordId: sampleId } });
  return (
    <Screen
      crumbs={[{ label: "Samples", href: "/samples" }, { label: <Id>{sample.barcode}</Id> }]}
      identity={<Identity sample={sample} zone={zone} />}
      aside={
        <>
          <LifeOfSample sample={sample} zone={zone} />
          <Section title="What happened">
            <RecordTimeline entries={happened.data} zone={zone} />
          </Section>
        </>
      }
    >
      <PageHead
        title={
          <>
            Sample <Id>{sample.barcode}</Id>
          </>
        }
        marks={
          <>
            <StateMark kind="sample" state={sample.state} label={rejectedWords(sample, zone)} />
            <OrderMarks priority={sample.priority} />
          </>
        }
        note={
          <>
            {[sample.sampleTypeName, sample.container].join(" · ")} · order{" "}
            <Link href={`/orders/${sample.orderId}`}>
              <Id>{sample.accessionNumber}</Id>
            </Link>
          </>
        }
        actions={<Actions sample={sample} actor={actor} zone={zone} />}
      />
      <Notices sample={sample} />
      <Results sample={sample} actor={actor} />
    </Screen>
  );
}

function Identity({ sample, zone }: { sample: Sample; zone: string }) {
  const { patient, collectedAt } = sample;
  return (
    <IdentityStrip
      identity={{
        ...nameParts(patient),
        mrn: patient.mrn,
        born: bornWords(patient),
        sex: sexWords[patient.sex],
        age: collectedAt && formatAge(ageAt(patient.birthDate, new Date(collectedAt), zone)),
        sample: {
          barcode: sample.barcode,
          cap: isCapColour(sample.cap) ? sample.cap : "none",
          type: sample.sampleTypeName,
        },
      }}
    >
      <LinkButton size="small" href={`/patients/${patient.id}`} prefetch={false}>
        All orders of this patient
      </LinkButton>
    </IdentityStrip>
  );
}

function Actions({ sample, actor, zone }: { sample: Sample; actor: LabActor; zone: string }) {
  const { id, version, barcode, collectedAt, state, patient } = sample;
  const hasLabel = may(actor, "sample:label") && labelProblem(state) === null;
  return (
    <>
      {hasLabel && (
        <FileButton href={`/samples/${id}/label`} target="_blank">
          <Printer aria-hidden="true" />
          Label
        </FileButton>
      )}
      <SampleActions
        acts={actsOn(sample, actor)}
        zone={zone}
        reasons={rejectChoices}
        sample={{
          ...{ id, version, barcode, collectedAt },
          isCollected: collectedAt !== null,
          who: `${patient.displayName}, ${identifiers(patient)}`,
        }}
      />
    </>
  );
}

function Notices({ sample }: { sample: Sample }) {
  const { collection, collectionNotRecorded, condition, recollectionId, recollectionOfId, state } = sample;
  const waits = state === "expected" || state === "collected";
  return (
    <div className="mb-5 grid gap-2 empty:hidden">
      {waits && collection && <Note title="How it is taken:">{collection}</Note>}
      {state === "rejected" && recollectionId && (
        <Note kind="warn" title="Do not use this tube.">
          What was to be measured in it is measured in{" "}
          <Link href={`/samples/${recollectionId}`}>its recollection</Link>.
        </Note>
      )}
      {recollectionOfId && (
        <Note>
          It stands in for <Link href={`/samples/${recollectionOfId}`}>a sample that was rejected</Link>.
        </Note>
      )}
      {collectionNotRecorded && (
        <Note kind="warn" title="Collection time not recorded.">
          The report says so.
        </Note>
      )}
      {condition && (
        <Note kind="warn" title="Condition on arrival:">
          {condition}
        </Note>
      )}
    </div>
  );
}

function Results({ sample, actor }: { sample: Sample; actor: LabActor }) {
  const arrived = !["expected", "collected", "cancelled"].includes(sample.state);
  const lines = latest(sample.results);
  const isOpen = sample.results.some(({ state }) => state === "pending" || state === "entered");
  const opens = may(actor, "result:read") && arrived && sample.results.length > 0;
  return (
    <Section
      title="What is measured in it"
      note={lines.length === 0 ? "nothing" : lines.length === 1 ? "1 line" : `${lines.length} lines`}
      aside={
        opens && (
          <LinkButton size="small" href={`/samples/${sample.id}/results`}>
            {may(actor, "result:enter") && isOpen ? "Enter results" : "Open the results"}
          </LinkButton>
        )
      }
    >
      <Table label="Results of this sample">
        <TableHead>
          <Head>Analyte</Head>
          <Head>Code</Head>
          <Head>State</Head>
        </TableHead>
        <TableBody>
          {lines.map((result) => (
            <Row key={result.id}>
              <Cell row phone="lead" className="text-start font-medium">
                {result.analyteName}
              </Cell>
              <Cell phone="none">
                <Id>{result.analyteCode}</Id>
              </Cell>
              <Cell phone="lead-end">
                <StateMark kind="result" state={result.state} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

/** Of an analyte that was measured again or amended, the last: the others are its history. */
function latest(results: Sample["results"]): Sample["results"] {
  return [...new Map(results.map((result) => [result.analyteCode, result])).values()];
}
