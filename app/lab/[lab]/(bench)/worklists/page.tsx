import type { Metadata } from "next";
import { Screen } from "@/components/lab/screen";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { load } from "@/lib/api/load";
import { now } from "@/lib/core/clock";
import { Priority } from "@/lib/orders/schema";
import { listWorklist } from "@/lib/results/operations/list-worklist";
import { type Worklist, WorklistQuery } from "@/lib/results/schema.queues";
import { ChoiceLinks } from "../_components/choice-links";
import { KeepFresh } from "../_components/keep-fresh";
import { priorityWords } from "../_components/order-marks";
import { address, pagesAround, type Query, readSearch, type SearchParams } from "../_components/page-links";
import { FlagsOfQueue, gridOf, SampleOfQueue, TestsOfQueue, TurnaroundOf } from "../_components/queue-cells";
import { Overdue } from "../_dashboard/queue-words";

export const metadata: Metadata = { title: "Worklists" };

const PATH = "/worklists";
const stateWords = { pending: "To enter", entered: "To verify" } as const;

export default async function WorklistsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = WorklistQuery.shape.state.safeParse(query.state).data ?? "pending";
  const priority = Priority.safeParse(query.priority).data;
  const filters = { section: query.section, state, priority };
  const worklist = await load(listWorklist, {
    query: {
      state,
      ...(query.section && { section: query.section }),
      ...(priority && { priority }),
      ...(query.cursor && { cursor: query.cursor }),
    },
  });
  return (
    <Screen crumbs={[{ label: "Worklists" }]}>
      <KeepFresh />
      <PageHead
        title="Worklists"
        note="Samples at the bench, the first due first."
        actions={<Overdue count={worklist.data.filter(({ isOverdue }) => isOverdue).length} />}
      />
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-2">
        <ChoiceLinks
          label="Work"
          choices={(["pending", "entered"] as const).map((each) => ({
            label: stateWords[each],
            href: address(PATH, { ...filters, state: each }),
            current: each === state,
          }))}
        />
        <ChoiceLinks
          label="Priority"
          choices={[
            { label: "All", href: address(PATH, { ...filters, priority: undefined }), current: !priority },
            ...Priority.options.map((each) => ({
              label: priorityWords[each],
              href: address(PATH, { ...filters, priority: each }),
              current: each === priority,
            })),
          ]}
        />
      </div>
      <Tabs label="Sections" tabs={sectionTabs(worklist, filters)} />
      {worklist.data.length === 0 ? (
        <div className="mt-5">
          <Empty title={state === "pending" ? "Nothing waits to be entered" : "Nothing waits to be verified"}>
            {state === "pending"
              ? "Samples come here as they arrive at the bench. Scan them in at Accession."
              : "Samples come here as soon as somebody entered their values."}
          </Empty>
        </div>
      ) : (
        <>
          <Lines worklist={worklist} round={{ state, ...(query.section && { section: query.section }) }} />
          <Paging shown={worklist.data.length} {...pagesAround(PATH, query, worklist.nextCursor)} />
        </>
      )}
    </Screen>
  );
}

function sectionTabs({ sections }: Worklist, filters: Query & { state: "pending" | "entered" }) {
  const tab = (section: string | undefined, label: string, count?: number) => ({
    href: address(PATH, { ...filters, section }),
    label,
    current: filters.section === section,
    ...(count && { count }),
  });
  return [
    tab(undefined, "All sections"),
    ...sections.map((each) => tab(each.section, each.section, each[filters.state])),
  ];
}

function Lines({ worklist, round }: { worklist: Worklist; round: { section?: string; state: string } }) {
  const at = now();
  return (
    <Table label="Samples with work left, the first due first" tall>
      <TableHead>
        <Head>Sample</Head>
        <Head>Test</Head>
        <Head>Flags</Head>
        <Head end>Lines</Head>
        <Head className="lg:w-66">Turnaround</Head>
      </TableHead>
      <TableBody>
        {worklist.data.map((sample) => (
          <Row key={sample.sampleId}>
            <Cell phone="lead">
              <SampleOfQueue sample={sample} href={gridOf(sample, round)} />
            </Cell>
            <Cell phone="sub">
              <TestsOfQueue {...sample} />
            </Cell>
            <Cell phone="sub-end">
              <FlagsOfQueue flags={sample.flags} />
            </Cell>
            <Cell phone="none" end className="tabular-nums">
              {round.state === "pending" ? sample.pending : sample.entered}
            </Cell>
            <Cell phone="lead-end">
              <TurnaroundOf dueAt={sample.dueAt} since={sample.since} now={at} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
