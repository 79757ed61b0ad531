import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { mayFollow } from "@/lib/core/lifecycle";
import { taskLifecycle } from "@/lib/tasks/lifecycle";
import { listTasks } from "@/lib/tasks/operations/list-tasks";
import { TaskSort, TaskState } from "@/lib/tasks/schema";
import { ActOnSelected, type BulkAct } from "../_components/act-on-selected";
import { ConsoleScreen } from "../_components/console-screen";
import { isId } from "../_components/is-id";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad } from "../operator-actor";
import { act } from "./actions";
import { TaskTable } from "./task-table";
import { TaskTabs } from "./task-tabs";

export const metadata = { title: "Tasks" };

const path = "/operator/tasks";
const queues = ["mail", "tasks", "upkeep"] as const;

export default async function TasksPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const state = oneOf(TaskState.options, query.state);
  const queue = oneOf(queues, query.queue);
  const laboratoryId = isId(query.laboratory) ? query.laboratory : undefined;
  const functionId = /^[a-z][a-z0-9-]{0,60}$/.test(query.function ?? "") ? query.function : undefined;
  const sort = oneOf(TaskSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { cursor } = query;
  const { data, nextCursor } = await consoleLoad(listTasks, {
    query: {
      sort,
      ...(state && { state }),
      ...(queue && { queue }),
      ...(laboratoryId && { laboratoryId }),
      ...(functionId && { functionId }),
      ...(cursor && { cursor }),
    },
  });
  // What is done is done: nothing can be made of it.
  const movable = data.filter((task) => acts.some(({ move }) => mayFollow(taskLifecycle, task.state, move)));
  const table = (
    <TaskTable tasks={data} sorting={sorting} selectable={new Set(movable.map(({ id }) => id))} />
  );
  return (
    <ConsoleScreen crumbs={[{ label: "Tasks" }]}>
      <PageHead
        title="Tasks"
        note="Background work of the whole installation. Tasks carry ids, and nothing of a patient."
      />
      <TaskTabs at={path} />
      <div className="mb-3 flex flex-wrap gap-x-6 gap-y-1">
        <ChoiceLinks
          label="State"
          choices={[undefined, ...TaskState.options].map((each) => ({
            label: each ? taskLifecycle.states[each].label : "All",
            href: withFilter(path, query, { state: each }),
            current: each === state,
          }))}
        />
        <ChoiceLinks
          label="Queue"
          choices={[undefined, ...queues].map((each) => ({
            label: each ? words[each] : "All",
            href: withFilter(path, query, { queue: each }),
            current: each === queue,
          }))}
        />
      </div>
      {(functionId || laboratoryId) && (
        <p className="mb-3 text-ink-2">
          Only {functionId && <span className="id">{functionId}</span>} {laboratoryId && "of one laboratory"}.{" "}
          <PageLink href={withFilter(path, query, { function: undefined, laboratory: undefined })}>
            Show everything
          </PageLink>
        </p>
      )}
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "No task fits that",
          words: "What is done in the background is here, and what became of it.",
        }}
      >
        <SortChoice sorting={sorting} />
        {movable.length > 0 ? (
          <ActOnSelected
            rows={movable.map(({ id, functionId: name }) => ({ id, name }))}
            noun="task"
            idsAs="taskIds"
            acts={acts.filter(({ move }) =>
              movable.some((task) => mayFollow(taskLifecycle, task.state, move)),
            )}
            send={act}
          >
            {table}
          </ActOnSelected>
        ) : (
          table
        )}
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<TaskSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  function: "By function",
  most_tries: "Most failed tries first",
};

const words = { mail: "Mail", tasks: "Asked for", upkeep: "Upkeep" };

const acts: readonly (BulkAct & { move: "ask_again" | "revoke" })[] = [
  {
    ...{ verb: "Try again", busy: "Asking", done: "tried again", action: "retry", look: "primary" },
    about: "Those that failed or were revoked begin anew. Steps that succeeded are not repeated.",
    move: "ask_again",
  },
  {
    ...{ verb: "Revoke", busy: "Revoking", done: "revoked", action: "cancel", look: "danger" },
    about: "The step at work ends, and no further one begins.",
    move: "revoke",
  },
];
