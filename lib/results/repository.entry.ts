import type { LabDb } from "@/lib/infra/db";
import { lockOrders } from "@/lib/orders/repository";
import type { ResultState, SampleState } from "@/lib/orders/schema";
import type { IntervalKept, Judgement, LimitKept, SubjectFacts } from "./judgement";

/** A sample with the facts its values are judged by. */
export type SampleFacts = SubjectFacts & {
  id: string;
  version: number;
  state: SampleState;
  barcode: string;
  orderId: string;
  patientId: string;
};

/**
 * Samples with the facts their values are judged by, their orders held first: whoever corrects a birth date or a
 * collection time meanwhile waits, and judges anew what was entered here.
 */
export async function lockSampleFacts(
  db: LabDb,
  laboratoryId: string,
  sampleIds: readonly string[],
): Promise<Map<string, SampleFacts>> {
  const orders = await db.sql<{ id: string }>(
    `select distinct order_id as id from sample where laboratory_id = $1 and id = any($2::uuid[])`,
    [laboratoryId, sampleIds],
  );
  await lockOrders(
    db,
    laboratoryId,
    orders.map(({ id }) => id),
  );
  // One row beside a row by its key, whatever the planner thinks of the size of tables that it has no statistics of.
  const rows = await db.sql<SampleFacts>(
    `select s.id, s.version, s.state, s.barcode, s.order_id as "orderId", o.patient_id as "patientId", p.sex,
       p.birth_date::text as "birthDate", o.pregnant, s.sample_type_code as "sampleType",
       s.collected_at as "collectedAt", s.accessioned_at as "accessionedAt"
     from sample s
     join lateral (select * from orders where laboratory_id = $1 and id = s.order_id limit 1) o on true
     join lateral (select * from patient where laboratory_id = $1 and id = o.patient_id limit 1) p on true
     where s.laboratory_id = $1 and s.id = any($2::uuid[])`,
    [laboratoryId, sampleIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** As much of a result as entering, verifying and judging it anew need. */
export type LivingResult = {
  id: string;
  version: number;
  sampleId: string;
  orderId: string;
  analyteId: string;
  analyteCode: string;
  analyteName: string;
  kind: "numeric" | "coded" | "text";
  state: ResultState;
  value: string | null;
  abnormal: boolean | null;
  flag: string | null;
  unit: string | null;
  interval: IntervalKept | null;
  criticalLimit: LimitKept | null;
  comment: string | null;
  commentForReport: string | null;
  enteredById: string | null;
  enteredByName: string | null;
  enteredAt: Date | null;
};

const livingColumns = `r.id, r.version, r.sample_id as "sampleId", r.order_id as "orderId",
  r.analyte_id as "analyteId", r.analyte_code as "analyteCode", r.analyte_name as "analyteName", r.kind, r.state,
  r.value, r.abnormal, r.flag, r.unit, r.interval, r.critical_limit as "criticalLimit", r.comment,
  r.report_comment as "commentForReport", r.entered_by_id as "enteredById", e.display_name as "enteredByName",
  r.entered_at as "enteredAt"`;

const withEnterer = `left join lateral (select display_name from member
  where laboratory_id = r.laboratory_id and id = r.entered_by_id limit 1) e on true`;

/** Results of samples in some states, in the order of their lines. */
export async function livingResults(
  db: LabDb,
  laboratoryId: string,
  sampleIds: readonly string[],
  states: readonly ResultState[],
): Promise<LivingResult[]> {
  return await db.sql<LivingResult>(
    `select ${livingColumns} from result r ${withEnterer}
     where r.laboratory_id = $1 and r.sample_id = any($2::uuid[]) and r.state = any($3::"ResultState"[])
     order by r.position, r.created_at, r.id`,
    [laboratoryId, sampleIds, states],
  );
}

/**
 * Guards a write by the state it starts from. As text, so that rows are looked up by their ids and not by one of
 * the indexes that begin with the state, which a planner without statistics takes for shorter.
 */
export const stateIn = (table: string, ...states: ResultState[]) =>
  `${table}.state::text in (${states.map((state) => `'${state}'`).join(", ")})`;

/** A value as it is written to its result, with what it was judged by. */
export type EntryWritten = Judgement & {
  id: string;
  value: string;
  abnormal: boolean | null;
  comment: string | null;
  commentForReport: string | null;
  enteredById: string | null;
  enteredAt: Date | null;
};

/** Writes values and judgements, whatever their number in one statement. The rows' orders are held. */
export async function writeEntries(
  db: LabDb,
  laboratoryId: string,
  now: Date,
  entries: readonly EntryWritten[],
): Promise<void> {
  if (entries.length === 0) return;
  await db.sql(
    `update result r set state = 'entered', value = n.value, abnormal = n.abnormal, flag = n.flag, unit = n.unit,
       decimals = n.decimals, method = n.method, interval = n.interval, critical_limit = n."criticalLimit",
       catalogue_version = n."catalogueVersion", comment = n.comment, report_comment = n."commentForReport",
       entered_by_id = n."enteredById", entered_at = n."enteredAt", version = r.version + 1, updated_at = $2
     from json_to_recordset($3) as n(id uuid, value text, abnormal boolean, flag text, unit text, decimals int,
       method text, interval jsonb, "criticalLimit" jsonb, "catalogueVersion" int, comment text,
       "commentForReport" text, "enteredById" uuid, "enteredAt" timestamptz)
     where r.laboratory_id = $1 and r.id = n.id and ${stateIn("r", "pending", "entered")}`,
    [laboratoryId, now, JSON.stringify(entries)],
  );
}

/** Verifies entered results; who did both is stamped (R15). */
export async function markVerified(
  db: LabDb,
  laboratoryId: string,
  resultIds: readonly string[],
  by: { memberId: string; at: Date },
): Promise<number> {
  const rows = await db.sql(
    `update result set state = 'verified', verified_by_id = $3, verified_at = $4,
       self_verified = entered_by_id is not distinct from $3, version = version + 1, updated_at = $4
     where laboratory_id = $1 and id = any($2::uuid[]) and ${stateIn("result", "entered")} returning id`,
    [laboratoryId, resultIds, by.memberId, by.at],
  );
  return rows.length;
}

export type ResultToJudge = LivingResult & {
  decimals: number;
  isSuperseded: boolean;
  toldWouldChange: boolean;
};

/** What has a value and still stands, of samples that something was corrected of (R6a). */
export async function resultsToJudgeAnew(
  db: LabDb,
  laboratoryId: string,
  sampleIds: readonly string[],
): Promise<ResultToJudge[]> {
  return await db.sql<ResultToJudge>(
    `select ${livingColumns}, r.decimals,
       exists (select from result a where a.laboratory_id = r.laboratory_id and a.supersedes_id = r.id
         and a.state = 'released') as "isSuperseded",
       coalesce((select c.what = 'would_change' from result_change c
         where c.laboratory_id = r.laboratory_id and c.result_id = r.id
           and c.what in ('would_change', 'would_not_change')
         order by c.at desc, c.id desc limit 1), false) as "toldWouldChange"
     from result r ${withEnterer}
     where r.laboratory_id = $1 and r.sample_id = any($2::uuid[])
       and r.state in ('entered', 'verified', 'released') and not r.not_reported
     order by r.position, r.id`,
    [laboratoryId, sampleIds],
  );
}

/** Writes flags and what they follow from, value and unit untouched. */
export async function writeJudgements(
  db: LabDb,
  laboratoryId: string,
  now: Date,
  judgements: readonly (Pick<Judgement, "flag" | "interval" | "criticalLimit" | "catalogueVersion"> & {
    id: string;
  })[],
): Promise<void> {
  if (judgements.length === 0) return;
  await db.sql(
    `update result r set flag = n.flag, interval = n.interval, critical_limit = n."criticalLimit",
       catalogue_version = n."catalogueVersion", version = r.version + 1, updated_at = $2
     from json_to_recordset($3) as n(id uuid, flag text, interval jsonb, "criticalLimit" jsonb,
       "catalogueVersion" int)
     where r.laboratory_id = $1 and r.id = n.id and ${stateIn("r", "entered", "verified")}`,
    [laboratoryId, now, JSON.stringify(judgements)],
  );
}

/** The samples of a patient, of an order, or one, by what was corrected. */
export async function samplesOf(
  db: LabDb,
  laboratoryId: string,
  of: { patientId?: string; orderId?: string },
): Promise<string[]> {
  const rows = await db.sql<{ id: string }>(
    `select s.id from sample s join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
     where s.laboratory_id = $1 and o.state <> 'cancelled'
       and ($2::uuid is null or o.patient_id = $2) and ($3::uuid is null or s.order_id = $3)`,
    [laboratoryId, of.patientId ?? null, of.orderId ?? null],
  );
  return rows.map((row) => row.id);
}
