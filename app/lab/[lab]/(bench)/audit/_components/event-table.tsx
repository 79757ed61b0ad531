import { PageLink } from "@/components/ui/page-link";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { AuditEvent } from "@/lib/audit/schema";
import { address, type Query } from "../../_components/page-links";
import { EventDetails } from "./event-details";

type EventTableProps = {
  events: readonly AuditEvent[];
  zone: string;
  query: Query;
  opens: { orders: boolean; patients: boolean };
};

export function EventTable({ events, zone, query, opens }: EventTableProps) {
  const filters = { ...query, cursor: undefined, trail: undefined };
  return (
    <Table label="Audit trail, newest first">
      <TableHead>
        <Head>When</Head>
        <Head>Who</Head>
        <Head>What</Head>
        <Head>About</Head>
        <Head>From</Head>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id} className="[&>*]:align-top!">
            <Cell phone="lead-end" className="whitespace-nowrap">
              <Time at={event.at} zone={zone} form="both" />
            </Cell>
            <Cell phone="sub">
              {event.actor.id ? (
                <PageLink
                  href={address("/audit", { ...filters, who: event.actor.id })}
                  title="Only what this person did"
                >
                  {event.actor.name}
                </PageLink>
              ) : (
                event.actor.name
              )}
              {event.actor.roles.length > 0 && (
                <span className="block text-xs text-ink-3">{event.actor.roles.join(", ")}</span>
              )}
            </Cell>
            <Cell phone="lead">
              <span className="font-medium">{event.sentence}</span>{" "}
              {event.outcome === "refused" && <Tag look="warn">refused</Tag>}
              <EventDetails event={event} />
            </Cell>
            <Cell phone="line">
              <About event={event} opens={opens} />
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

/** The record, and everything else that happened to its order or patient. */
function About({ event, opens }: { event: AuditEvent; opens: EventTableProps["opens"] }) {
  const { recordType, recordId, orderId, patientId } = event;
  const links = [
    recordId && { href: address("/audit", { record: recordId }), label: "its trail" },
    orderId && { href: address("/audit", { order: orderId }), label: "order's trail" },
    orderId && opens.orders && { href: `/orders/${orderId}`, label: "order" },
    patientId && { href: address("/audit", { patient: patientId }), label: "patient's trail" },
    patientId && opens.patients && { href: `/patients/${patientId}`, label: "patient" },
  ].filter((link) => typeof link === "object" && link !== null);
  return (
    <>
      {recordType && <span className="me-2">{recordType.replaceAll("_", " ")}</span>}
      <span className="text-xs">
        {links.map(({ href, label }) => (
          <PageLink key={href} href={href} className="me-2 whitespace-nowrap">
            {label}
          </PageLink>
        ))}
      </span>
    </>
  );
}
