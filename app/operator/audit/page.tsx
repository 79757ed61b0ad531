import { type Query, readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { auditQuery } from "@/app/lab/[lab]/(bench)/audit/_components/audit-query";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Select } from "@/components/ui/select";
import { listPlatformEvents } from "@/lib/audit/operations/list-platform-events";
import { EventSort } from "@/lib/audit/schema.platform";
import { ConsoleScreen } from "../_components/console-screen";
import { ListPage } from "../_components/list-page";
import { oneOf } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad, zone } from "../operator-actor";
import { EventTable } from "./event-table";

export const metadata = { title: "Audit trail" };

const path = "/operator/audit";

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const sort = oneOf(EventSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { who, record, action, outcome, from, to, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listPlatformEvents, {
    query: { sort, ...auditQuery({ who, record, action, outcome, from, to, cursor }, zone) },
  });
  return (
    <ConsoleScreen crumbs={[{ label: "Audit trail" }]}>
      <PageHead
        title="Audit trail"
        note="What happened outside any one laboratory: at the start page and the portal, and what operators did. Times are UTC. Reading it leaves an entry too."
      />
      <Filter query={query} />
      {(who || record) && (
        <p className="mb-3 text-ink-2">
          Only entries about {who ? "one person" : "one record"}.{" "}
          <PageLink href={path}>Show everything</PageLink>
        </p>
      )}
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{ title: "No entry fits that", words: "Take a filter away, or choose a longer time." }}
      >
        <SortChoice sorting={sorting} />
        <EventTable events={data} sorting={sorting} />
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<EventSort> = { newest: "Newest first", oldest: "Oldest first" };

const outcomes = [
  { value: "done", label: "Done" },
  { value: "refused", label: "Refused" },
];

function Filter({ query: { who, record, from, to, outcome, action, sort } }: { query: Query }) {
  return (
    <form method="get" className="mb-5 flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2">
      {who && <input type="hidden" name="who" value={who} />}
      {record && <input type="hidden" name="record" value={record} />}
      {sort && <input type="hidden" name="sort" value={sort} />}
      <Field label="From">
        {(control) => <Input {...control} type="date" name="from" defaultValue={from} />}
      </Field>
      <Field label="To">{(control) => <Input {...control} type="date" name="to" defaultValue={to} />}</Field>
      <Field label="Outcome">
        {(control) => (
          <Select {...control} name="outcome" placeholder="Any" choices={outcomes} defaultValue={outcome} />
        )}
      </Field>
      <Field label="Action" className="w-52 max-md:w-auto">
        {(control) => (
          <Input
            {...control}
            name="action"
            mono
            placeholder="account.locked"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={action}
          />
        )}
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}
