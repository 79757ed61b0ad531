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

/** Another version was released in its place. */
export const superseded = `exists (select from result a where a.laboratory_id = r.laboratory_id
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
