import { Screen } from "@/components/lab/screen";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Paging } from "@/components/ui/paging";
import { load } from "@/lib/api/load";
import { listAuditEvents } from "@/lib/audit/operations/list-audit-events";
import { may } from "@/lib/core/actor";
import { pagesAround, type Query, readSearch, type SearchParams } from "../_components/page-links";
import { benchActor } from "../bench-actor";
import { auditQuery } from "./_components/audit-query";
import { EventTable } from "./_components/event-table";
import { FilterForm } from "./_components/filter-form";

export const metadata = { title: "Audit trail" };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const actor = await benchActor("audit:read");
  const { timeZone } = actor.laboratory;
  const { data, nextCursor } = await load(listAuditEvents, { query: auditQuery(query, timeZone) });
  return (
    <Screen crumbs={[{ label: "Audit trail" }]}>
      <PageHead
        title="Audit trail"
        note="Who did what, when and from where, and who looked at whose data. Reading it leaves an entry too."
      />
      <FilterForm query={query} />
      <Narrowed query={query} />
      {data.length === 0 ? (
        <Empty title="No entry fits that" action={<PageLink href="/audit">Show everything</PageLink>}>
          Take a filter away, or choose a longer time.
        </Empty>
      ) : (
        <>
          <EventTable
            events={data}
            zone={timeZone}
            query={query}
            opens={{ orders: may(actor, "order:read"), patients: may(actor, "patient:read") }}
          />
          <Paging shown={data.length} {...pagesAround("/audit", query, nextCursor)} />
        </>
      )}
    </Screen>
  );
}

/** What the address asks for beyond the form, said in words, with the way back. */
function Narrowed({ query }: { query: Query }) {
  const about = [
    query.who && "one person",
    query.order && "one order",
    query.patient && "one patient",
    query.record && "one record",
  ].filter(Boolean);
  if (about.length === 0) return null;
  return (
    <p className="mb-3 text-ink-2">
      Only entries about {about.join(" and ")}. <PageLink href="/audit">Show everything</PageLink>
    </p>
  );
}
