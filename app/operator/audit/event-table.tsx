import { address } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { EventDetails } from "@/app/lab/[lab]/(bench)/audit/_components/event-details";
import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { EventSort, PlatformEvent } from "@/lib/audit/schema.platform";
import { headSort, type Sorting } from "../_components/sorting";
import { zone } from "../operator-actor";

type EventTableProps = { events: readonly PlatformEvent[]; sorting: Sorting<EventSort> };

export function EventTable({ events, sorting }: EventTableProps) {
  const filters = { ...sorting.query, cursor: undefined, trail: undefined };
  return (
    <Table label="Audit trail">
      <TableHead>
        <Head sort={headSort(sorting, "newest", "oldest")}>When</Head>
        <Head>Who</Head>
        <Head>What</Head>
        <Head>About</Head>
        <Head>From</Head>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id} className="[&>*]:align-top!">
            <Cell phone="lead-end" className="whitespace-nowrap">
              <Time at={event.at} zone={zone} />
            </Cell>
            <Cell phone="sub">
              {event.actor.id ? (
                <PageLink
                  href={address("/operator/audit", { ...filters, who: event.actor.id })}
                  title="Only what this person did"
                  className="max-md:inline-block max-md:py-1"
                >
                  {event.actor.name}
                </PageLink>
              ) : (
                event.actor.name
              )}
              <span className="block text-xs text-ink-3">{event.place}</span>
            </Cell>
            <Cell phone="lead">
              <span className="font-medium">{event.sentence}</span>{" "}
              {event.outcome === "refused" && <Tag look="warn">refused</Tag>}
              <EventDetails event={event} />
            </Cell>
            <Cell phone="line">
              <About event={event} />
            </Cell>
            <Cell phone="none" className="id text-ink-2">
              {event.ip}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const pages: Record<string, string> = {
  account: "/operator/accounts/",
  laboratory: "/operator/laboratories/",
};

/** The record, and everything else that happened to it. */
function About({ event: { recordType, recordId, outcome } }: { event: PlatformEvent }) {
  if (!recordType) return null;
  const page = pages[recordType];
  return (
    <>
      <span className="me-2 max-md:inline-block max-md:py-1.5">{recordType.replaceAll("_", " ")}</span>
      {recordId && (
        <span className="text-xs">
          <PageLink
            href={address("/operator/audit", { record: recordId })}
            className="me-2 max-md:inline-block max-md:py-1.5"
          >
            its trail
          </PageLink>
          {page && outcome === "done" && (
            <PageLink href={page + recordId} className="max-md:inline-block max-md:py-1.5">
              open it
            </PageLink>
          )}
        </span>
      )}
    </>
  );
}
