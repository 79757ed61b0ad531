import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { WorkMark } from "@/components/lab/state-mark";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listSchedules } from "@/lib/tasks/operations/list-schedules";
import { type Schedule, ScheduleSort } from "@/lib/tasks/schema";
import { ActButton } from "../../_components/act-button";
import { ConsoleScreen } from "../../_components/console-screen";
import { oneOf } from "../../_components/list-query";
import { headSort, SortChoice, type Sorting, type SortWords } from "../../_components/sorting";
import { consoleLoad, zone } from "../../operator-actor";
import { pause, resume, runNow } from "../actions";
import { TaskMark } from "../task-mark";
import { TaskTabs } from "../task-tabs";

export const metadata = { title: "Schedules" };

const path = "/operator/tasks/schedules";

export default async function SchedulesPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const sort = oneOf(ScheduleSort.options, query.sort) ?? "name";
  const { data } = await consoleLoad(listSchedules, { query: { sort } });
  const sorting = { path, query, now: sort, words: sorts };
  return (
    <ConsoleScreen crumbs={[{ label: "Tasks", href: "/operator/tasks" }, { label: "Schedules" }]}>
      <PageHead title="Schedules" note="What runs by itself. Times are UTC." />
      <TaskTabs at={path} />
      {data.length === 0 ? (
        <Empty title="No schedule is known yet">They are written down when the server first runs them.</Empty>
      ) : (
        <>
          <SortChoice sorting={sorting} />
          <ScheduleTable schedules={data} sorting={sorting} />
        </>
      )}
    </ConsoleScreen>
  );
}

const sorts: SortWords<ScheduleSort> = {
  name: "By name",
  last_run: "Last run first",
  next_run: "Next run first",
};

type TableProps = { schedules: readonly Schedule[]; sorting: Sorting<ScheduleSort> };

function ScheduleTable({ schedules, sorting }: TableProps) {
  return (
    <Table label="Schedules" tall>
      <TableHead>
        <Head sort={headSort(sorting, "name")}>What</Head>
        <Head>When</Head>
        <Head sort={headSort(sorting, "last_run")}>Last run</Head>
        <Head sort={headSort(sorting, "next_run")}>Next run</Head>
        <Head hidden>Acts</Head>
      </TableHead>
      <TableBody>
        {schedules.map((schedule) => (
          <Row key={schedule.functionId}>
            <Cell phone="lead" row className="text-start font-normal">
              <TwoLines
                first={
                  <PageLink
                    href={`/operator/tasks?function=${schedule.functionId}`}
                    className="id font-medium text-ink no-underline hover:underline"
                  >
                    {schedule.functionId}
                  </PageLink>
                }
                second={schedule.summary}
              />
            </Cell>
            <Cell phone="none" className="id">
              {schedule.cron}
            </Cell>
            <Cell phone="sub">
              <LastRun schedule={schedule} />
            </Cell>
            <Cell phone="lead-end">
              {schedule.nextRunAt ? (
                <>
                  <span className="text-xs text-ink-3 md:hidden">next </span>
                  <Time at={schedule.nextRunAt} zone={zone} />
                </>
              ) : (
                <WorkMark glyph="dotted" tone="warn">
                  Paused
                </WorkMark>
              )}
            </Cell>
            <Cell phone="line" end>
              <Acts schedule={schedule} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function LastRun({ schedule: { lastRunAt, lastTask } }: { schedule: Schedule }) {
  if (!lastRunAt) return <span className="text-ink-3">not run yet</span>;
  return (
    <>
      <span className="me-3">
        <span className="text-xs text-ink-3 md:hidden">last </span>
        <Time at={lastRunAt} zone={zone} />
      </span>{" "}
      {lastTask && <TaskMark state={lastTask.state} />}
      {lastTask?.error && <span className="block wrap-anywhere text-danger">{lastTask.error}</span>}
    </>
  );
}

function Acts({ schedule: { functionId, pausedAt } }: { schedule: Schedule }) {
  const which = { params: { functionId }, of: functionId };
  return (
    <span className="inline-flex flex-wrap justify-end gap-2 max-md:pt-1">
      <ActButton {...which} act={runNow} busy="Asking" done={`${functionId} runs now`}>
        Run now
      </ActButton>
      {pausedAt ? (
        <ActButton {...which} act={resume} busy="Resuming" done={`${functionId} runs by itself again`}>
          Resume
        </ActButton>
      ) : (
        <ActButton {...which} act={pause} busy="Pausing" done={`${functionId} is paused`}>
          Pause
        </ActButton>
      )}
    </span>
  );
}
