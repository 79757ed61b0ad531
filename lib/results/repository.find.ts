import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { ResultState } from "@/lib/orders/schema";
import type { IntervalKept, LimitKept } from "./judgement";

/** A result with the names around it, as `resultColumns` reads it. */
export type ResultRow = {
  id: string;
  version: number;
  orderId: string;
  orderTestId: string;
  accessionNumber: string;
  sampleId: string;
  barcode: string;
  patientId: string;
  testCode: string;
  testName: string;
  analyteId: string;
  analyteCode: string;
  analyteName: string;
  position: number;
  loinc: string | null;
  section: string;
  group: string | null;
  kind: "numeric" | "coded" | "text";
  state: ResultState;
  isSuperseded: boolean;
  openAmendmentId: string | null;
  origin: string;
  value: string | null;
  notReported: boolean;
  abnormal: boolean | null;
  flag: string | null;
  unit: string | null;
  decimals: number;
  method: string | null;
  interval: IntervalKept | null;
  criticalLimit: LimitKept | null;
  catalogueVersion: number | null;
  comment: string | null;
  commentForReport: string | null;
  enteredById: string | null;
  enteredByName: string | null;
  enteredAt: Date | null;
  verifiedById: string | null;
  verifiedByName: string | null;
  verifiedAt: Date | null;
  selfVerified: boolean;
  releasedById: string | null;
  releasedByName: string | null;
  releasedAt: Date | null;
  supersedesId: string | null;
  amendReason: string | null;
  replacesId: string | null;
  replaceReason: string | null;
  cancelReason: string | null;
  dueAt: Date;
  createdAt: Date;
  updatedAt: Date;
};

const superseded = `exists (select from result a where a.laboratory_id = r.laboratory_id
  and a.supersedes_id = r.id and a.state = 'released')`;

/** Critical, standing, and nobody has taken the call yet (R19). */
export const callIsOpen = `r.flag in ('LL', 'HH') and r.state in ('entered', 'verified', 'released')
  and not ${superseded}
  and not exists (select from critical_notification c where c.laboratory_id = r.laboratory_id
    and c.result_id = r.id and c.outcome in ('read_back', 'reached_no_read_back'))`;

export const resultColumns = `r.id, r.version, r.order_id as "orderId", r.order_test_id as "orderTestId",
  o.accession_number as "accessionNumber", r.sample_id as "sampleId", s.barcode, r.patient_id as "patientId",
  t.code as "testCode", t.name as "testName", r.analyte_id as "analyteId", r.analyte_code as "analyteCode",
  r.analyte_name as "analyteName", r.position, r.loinc, r.section, r.group_name as "group", r.kind, r.state,
  ${superseded} as "isSuperseded",
  (select a.id from result a where a.laboratory_id = r.laboratory_id and a.supersedes_id = r.id
     and a.state in ('pending', 'entered', 'verified')) as "openAmendmentId",
  r.origin, r.value, r.not_reported as "notReported", r.abnormal, r.flag, r.unit, r.decimals, r.method, r.interval,
  r.critical_limit as "criticalLimit", r.catalogue_version as "catalogueVersion", r.comment,
  r.report_comment as "commentForReport",
  r.entered_by_id as "enteredById", e.display_name as "enteredByName", r.entered_at as "enteredAt",
  r.verified_by_id as "verifiedById", v.display_name as "verifiedByName", r.verified_at as "verifiedAt",
  r.self_verified as "selfVerified",
  r.released_by_id as "releasedById", l.display_name as "releasedByName", r.released_at as "releasedAt",
  r.supersedes_id as "supersedesId", r.amend_reason as "amendReason", r.replaces_id as "replacesId",
  r.replace_reason as "replaceReason", r.cancel_reason as "cancelReason", r.due_at as "dueAt",
  r.created_at as "createdAt", r.updated_at as "updatedAt"`;

/**
 * One row beside a row: looked up by its key for each, in whatever order the planner would rather go about it.
 * Before a new installation has statistics it thinks each table has next to nothing in it.
 */
const beside = (table: string, name: string, id: string) =>
  `lateral (select * from ${table} where laboratory_id = r.laboratory_id and id = ${id} limit 1) ${name} on true`;

export const withNames = `join ${beside("orders", "o", "r.order_id")}
  join ${beside("sample", "s", "r.sample_id")}
  join ${beside("order_test", "t", "r.order_test_id")}
  left join ${beside("member", "e", "r.entered_by_id")}
  left join ${beside("member", "v", "r.verified_by_id")}
  left join ${beside("member", "l", "r.released_by_id")}`;

/** @throws Problem "not_found" */
export async function findResult(db: LabDb, laboratoryId: string, resultId: string): Promise<ResultRow> {
  const [row] = await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames} where r.laboratory_id = $1 and r.id = $2`,
    [laboratoryId, resultId],
  );
  if (!row) throw notFound();
  return row;
}

/** Every version of one line of an order, oldest first. */
export async function versionsOf(
  db: LabDb,
  laboratoryId: string,
  { orderId, orderTestId, analyteId }: Pick<ResultRow, "orderId" | "orderTestId" | "analyteId">,
): Promise<ResultRow[]> {
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames}
     where r.laboratory_id = $1 and r.order_id = $2 and r.order_test_id = $3 and r.analyte_id = $4
     order by r.created_at, r.id`,
    [laboratoryId, orderId, orderTestId, analyteId],
  );
}

/** All results of orders, in the order of their lines. */
export async function resultsOfOrders(
  db: LabDb,
  laboratoryId: string,
  orderIds: readonly string[],
): Promise<ResultRow[]> {
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames}
     where r.laboratory_id = $1 and r.order_id = any($2::uuid[])
     order by t.position, r.position, r.created_at, r.id`,
    [laboratoryId, orderIds],
  );
}

export async function resultsOfSample(
  db: LabDb,
  laboratoryId: string,
  sampleId: string,
): Promise<ResultRow[]> {
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames}
     where r.laboratory_id = $1 and r.sample_id = $2
     order by t.position, r.position, r.created_at, r.id`,
    [laboratoryId, sampleId],
  );
}

export type ResultFilter = {
  state?: ResultState | undefined;
  flag?: string | undefined;
  section?: string | undefined;
  sampleId?: string | undefined;
  orderId?: string | undefined;
  patientId?: string | undefined;
  analyteCode?: string | undefined;
  criticalOpen?: boolean | undefined;
  /** Released, not superseded, reported. */
  current?: boolean | undefined;
};

const sorts = {
  newest: { key: "created_at", beyond: "<", direction: "desc" },
  due: { key: "due_at", beyond: ">", direction: "asc" },
} as const;

/** Results by their time and id, from `after` on. */
export async function listResults(
  db: LabDb,
  laboratoryId: string,
  filter: ResultFilter,
  sort: keyof typeof sorts,
  after: readonly unknown[] | null,
  limit: number,
): Promise<ResultRow[]> {
  const { key, beyond, direction } = sorts[sort];
  const values: unknown[] = [laboratoryId];
  const conditions = ["r.laboratory_id = $1"];
  const require = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  require((given) => `r.state = ${given}::"ResultState"`, filter.state);
  require((given) => `r.flag = ${given}`, filter.flag);
  require((given) => `r.section = ${given}`, filter.section);
  require((given) => `r.sample_id = ${given}::uuid`, filter.sampleId);
  require((given) => `r.order_id = ${given}::uuid`, filter.orderId);
  require((given) => `r.patient_id = ${given}::uuid`, filter.patientId);
  require((given) => `r.analyte_code = ${given}`, filter.analyteCode);
  if (filter.criticalOpen !== undefined) {
    conditions.push(filter.criticalOpen ? callIsOpen : `not (${callIsOpen})`);
  }
  if (filter.current) conditions.push("r.state = 'released'", `not ${superseded}`);
  if (after) {
    values.push(after[0], after[1]);
    conditions.push(
      `(r.${key}, r.id) ${beyond} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`,
    );
  }
  values.push(limit + 1);
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames} where ${conditions.join(" and ")}
     order by r.${key} ${direction}, r.id ${direction} limit $${values.length}`,
    values,
  );
}

/** What a result was, and what it is now. */
export type ChangeKept = {
  resultId: string;
  what: "corrected" | "judged_anew" | "would_change" | "would_not_change";
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

export type ChangeRow = ChangeKept & { id: string; at: Date; by: string };

export async function changesOf(db: LabDb, laboratoryId: string, resultId: string): Promise<ChangeRow[]> {
  return await db.sql<ChangeRow>(
    `select id, result_id as "resultId", at, by_name as by, what, before, after from result_change
     where laboratory_id = $1 and result_id = $2 order by at, id`,
    [laboratoryId, resultId],
  );
}

export type CallRow = {
  id: string;
  resultId: string;
  notifiedAt: Date;
  notifiedById: string;
  notifiedByName: string;
  recipientName: string;
  recipientRole: string;
  method: "phone" | "in_person" | "message";
  outcome: "read_back" | "reached_no_read_back" | "unable_to_reach";
  note: string | null;
  createdAt: Date;
};

/** The calls made about critical values, and the attempts, oldest first (R19). */
export async function callsAbout(
  db: LabDb,
  laboratoryId: string,
  resultIds: readonly string[],
): Promise<CallRow[]> {
  return await db.sql<CallRow>(
    `select id, result_id as "resultId", notified_at as "notifiedAt", by_id as "notifiedById",
       by_name as "notifiedByName", recipient_name as "recipientName", recipient_role as "recipientRole",
       method, outcome, note, created_at as "createdAt"
     from critical_notification where laboratory_id = $1 and result_id = any($2::uuid[])
     order by notified_at, id`,
    [laboratoryId, resultIds],
  );
}

export type RequesterRow = {
  name: string;
  specialization: string | null;
  phone: string | null;
  email: string | null;
};

/** The provider who asked for an order, or null. */
export async function requesterOf(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
): Promise<RequesterRow | null> {
  const [row] = await db.sql<RequesterRow>(
    `select v.first_name || ' ' || v.last_name as name, v.specialization, v.phone, v.email
     from orders o join provider v on v.laboratory_id = o.laboratory_id and v.id = o.provider_id
     where o.laboratory_id = $1 and o.id = $2`,
    [laboratoryId, orderId],
  );
  return row ?? null;
}
