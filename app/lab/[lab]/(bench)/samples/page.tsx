import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { isCapColour, Tube } from "@/components/lab/tube";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { SampleState } from "@/lib/orders/schema";
import { sampleLifecycle } from "@/lib/samples/lifecycle";
import { listSamples } from "@/lib/samples/operations/list-samples";
import { SampleQuery, type SampleSummary } from "@/lib/samples/schema";
import { OrderMarks } from "../_components/order-marks";
import { address, pagesAround, type Query, readSearch, type SearchParams } from "../_components/page-links";
import { bornPhrase } from "../_components/person-words";
import { SearchForm } from "../_components/search-form";
import { ShownName } from "../_components/shown-name";
import { benchActor } from "../bench-actor";

export const metadata = { title: "Samples" };

const PATH = "/samples";

export default async function SamplesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = SampleState.safeParse(query.state).data;
  const barcode = SampleQuery.shape.barcode.safeParse(query.barcode?.toUpperCase()).data;
  const { data, nextCursor } = await load(listSamples, {
    query: {
      ...(state && { state }),
      ...(barcode && { barcode }),
      ...(query.cursor && { cursor: query.cursor }),
    },
  });
  const { laboratory } = await benchActor();
  return (
    <Screen crumbs={[{ label: "Samples" }]}>
      <PageHead title="Samples" />
      <div className="mb-3">
        <SearchForm name="barcode" value={query.barcode} label="Barcode, or its beginning" keep={{ state }} />
      </div>
      <Tabs label="Samples by state" tabs={stateTabs(state, { barcode: query.barcode })} />
      {data.length === 0 ? (
        <div className="mt-5">
          <Empty title={state ? `No sample is ${stateWords(state)}` : "No sample fits that"}>
            {query.barcode
              ? "Look for the number as it stands under the bars, or its beginning."
              : "Samples come with orders, one for each kind of tube, and move on as they are collected, received and measured."}
          </Empty>
        </div>
      ) : (
        <>
          <SampleTable samples={data} zone={laboratory.timeZone} />
          <Paging shown={data.length} {...pagesAround(PATH, query, nextCursor)} />
        </>
      )}
    </Screen>
  );
}

function stateTabs(current: SampleState | undefined, filters: Query) {
  return [
    { href: address(PATH, filters), label: "All", current: current === undefined },
    ...SampleState.options.map((state) => ({
      href: address(PATH, { ...filters, state }),
      label: sampleLifecycle.states[state].label,
      current: state === current,
    })),
  ];
}

const stateWords = (state: SampleState) => sampleLifecycle.states[state].label.toLowerCase();

function SampleTable({ samples, zone }: { samples: readonly SampleSummary[]; zone: string }) {
  return (
    <Table label="Samples, newest first" tall>
      <TableHead>
        <Head>Barcode</Head>
        <Head>Type</Head>
        <Head>Patient</Head>
        <Head>State</Head>
        <Head>Collected</Head>
        <Head>Accessioned</Head>
        <Head end>Open results</Head>
      </TableHead>
      <TableBody>
        {samples.map((sample) => (
          <Row key={sample.id}>
            <Cell phone="lead" className="whitespace-nowrap">
              <span className="inline-flex items-center gap-2 align-middle">
                <Tube cap={isCapColour(sample.cap) ? sample.cap : "none"} />
                <RowLink href={`/samples/${sample.id}`} prefetch={false}>
                  <Id strong>{sample.barcode}</Id>
                </RowLink>
                <OrderMarks priority={sample.priority} />
              </span>
            </Cell>
            <Cell phone="sub">{sample.sampleTypeName}</Cell>
            <Cell phone="line" className="wrap-anywhere">
              <TwoLines
                first={<ShownName of={sample.patient} />}
                second={
                  <>
                    <Id>{sample.patient.mrn}</Id> · {bornPhrase(sample.patient)}
                  </>
                }
              />
            </Cell>
            <Cell phone="sub-end">
              <StateMark kind="sample" state={sample.state} />
            </Cell>
            <Cell phone="none">{sample.collectedAt && <Time at={sample.collectedAt} zone={zone} />}</Cell>
            <Cell phone="none">{sample.accessionedAt && <Time at={sample.accessionedAt} zone={zone} />}</Cell>
            <Cell phone="lead-end" end className="tabular-nums">
              {sample.openResults > 0 && (
                <>
                  {sample.openResults}
                  <span className="text-xs text-ink-3 md:hidden"> open</span>
                </>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
