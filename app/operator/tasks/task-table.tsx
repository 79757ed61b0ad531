import type { Query } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead, TwoLines } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { OperatorTask, TaskSort } from "@/lib/tasks/schema";
import { withFilter } from "../_components/list-query";
import { headSort, type Sorting } from "../_components/sorting";
import { Ticked } from "../_components/ticked";
import { zone } from "../operator-actor";
import { TaskMark } from "./task-mark";

type TaskTableProps = {
  tasks: readonly OperatorTask[];
  sorting: Sorting<TaskSort>;
  selectable: ReadonlySet<string>;
};

export function TaskTable({ tasks, sorting, selectable }: TaskTableProps) {
  const { query } = sorting;
  const isSelectable = selectable.size > 0;
  return (
    <Table label="Tasks" tall inset={isSelectable}>
      <TableHead>
        <Head sort={headSort(sorting, "function")}>Task</Head>
        <Head>Of</Head>
        <Head>State</Head>
        <Head end sort={headSort(sorting, "most_tries")}>
          Failed tries
        </Head>
        <Head sort={headSort(sorting, "newest", "oldest")}>Asked</Head>
        <Head>Ended</Head>
      </TableHead>
      <TableBody>
        {tasks.map((task) => (
          <Row key={task.id}>
            <Cell phone="lead" row className="text-start font-normal">
              {selectable.has(task.id) ? (
                <Ticked id={task.id} label={`${task.functionId}, ${task.createdAt}`}>
                  <Name task={task} query={query} />
                </Ticked>
              ) : (
                <span className={isSelectable ? "block ms-7 max-md:ms-8" : ""}>
                  <Name task={task} query={query} />
                </span>
              )}
            </Cell>
            <Cell phone="sub" className="wrap-anywhere">
              {task.laboratory?.name ?? "the installation"}
            </Cell>
            <Cell phone="lead-end">
              <TaskMark state={task.state} progress={task.progress} />
            </Cell>
            <Cell phone="none" end className="tabular-nums">
              {task.attempt} of {task.maxAttempts}
            </Cell>
            <Cell phone="sub-end">
              <Time at={task.createdAt} zone={zone} />
            </Cell>
            <Cell
              phone={task.error ? "line" : "none"}
              head={task.endedAt ? "Ended" : ""}
              className="wrap-anywhere"
            >
              {task.endedAt && <Time at={task.endedAt} zone={zone} />}
              {task.error && <span className="block text-danger">{task.error}</span>}
              {task.state === "RETRY" && (
                <span className="block text-xs text-ink-3">
                  next try <Time at={task.dueAt} zone={zone} form="time" />
                </span>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Name({ task, query }: { task: OperatorTask; query: Query }) {
  return (
    <TwoLines
      first={
        <PageLink
          href={withFilter("/operator/tasks", query, { function: task.functionId })}
          className="id font-medium text-ink no-underline hover:underline"
          title="Only this function"
        >
          {task.functionId}
        </PageLink>
      }
      second={task.eventName}
    />
  );
}
