import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { Prisma } from "@/lib/infra/prisma/client";
import type { AuditEventRow } from "./presenter";
import { READING } from "./vocabulary";

export type AuditFilter = {
  actorId?: string | undefined;
  recordType?: string | undefined;
  recordId?: string | undefined;
  orderId?: string | undefined;
  patientId?: string | undefined;
  action?: string | undefined;
  outcome?: string | undefined;
  /** Inclusive. */
  from?: Date | undefined;
  /** Exclusive. */
  to?: Date | undefined;
};

/** Events that fit, newest first. */
export function findEvents(
  db: LabDb,
  laboratoryId: string,
  { from, to, ...filter }: AuditFilter,
  { before, take }: { before: { at: Date; id: string } | null; take: number },
): Promise<AuditEventRow[]> {
  const exact = Object.entries(filter).filter(([, value]) => value !== undefined);
  return db.auditEvent.findMany({
    where: {
      AND: [
        { laboratoryId, ...Object.fromEntries(exact) },
        from ? { at: { gte: from } } : {},
        to ? { at: { lt: to } } : {},
        ...(before ? continuesAfter(before) : []),
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
  });
}

/** The first of the two lets the index begin where the page before ended. */
function continuesAfter({ at, id }: { at: Date; id: string }): Prisma.AuditEventWhereInput[] {
  return [{ at: { lte: at } }, { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }];
}

export type TimelineSubject =
  | { orderId: string }
  | { patientId: string }
  | { recordType: string; recordId: string };

/** What was done to a record, newest first; who only looked at it is left out, and who was refused. */
export function findTimeline(
  db: LabDb,
  laboratoryId: string,
  subject: TimelineSubject,
  take: number,
): Promise<AuditEventRow[]> {
  const [where, values] =
    "orderId" in subject
      ? ["order_id = $2", [subject.orderId]]
      : "patientId" in subject
        ? ["patient_id = $2", [subject.patientId]]
        : ["record_type = $2 and record_id = $3", [subject.recordType, subject.recordId]];
  return db.sql<AuditEventRow>(
    `select id, at, action, outcome, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
       actor_roles as "actorRoles", ip, request_id as "requestId", record_type as "recordType",
       record_id as "recordId", order_id as "orderId", patient_id as "patientId", details
     from audit_event
     where laboratory_id = $1 and ${where} and outcome = 'done' and action !~ '${READING}'
     order by at desc, id desc limit ${take}`,
    [laboratoryId, ...values],
  );
}

/** @throws Problem "not_found" unless there is such an order, and of this provider when one is given. */
export async function findOrderFor(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
  providerId: string | undefined,
): Promise<void> {
  const row = await db.order.findFirst({
    where: { laboratoryId, id: orderId, ...(providerId !== undefined && { providerId }) },
    select: { id: true },
  });
  if (!row) throw notFound();
}
