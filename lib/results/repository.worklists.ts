import type { LabDb } from "@/lib/infra/db";
import type { Priority, ResultState } from "@/lib/orders/schema";
import { type QueuedSample, sampleOfQueue, withOrder, workLeft } from "./repository.queues";
import type { GridRound } from "./schema.queues";

/**
 * Samples at the bench: those that arrived and are not done, and those done where an amendment is measured again.
 */
const AT_THE_BENCH = `select id, accessioned_at from sample
    where laboratory_id = $1 and state in ('accessioned', 'in_process')
  union
  select a.id, a.accessioned_at from result r
    join sample a on a.laboratory_id = r.laboratory_id and a.id = r.sample_id
    where r.laboratory_id = $1 and r.supersedes_id is not null and r.state in ('pending', 'entered')`;

export type WorklistFilter = {
  section?: string | undefined;
  state?: "pending" | "entered" | undefined;
  priority?: Priority | undefined;
};

/** Samples at the bench with work left, the first due first, from `after` (due, id) on. */
export async function listWork(
  db: LabDb,
  laboratoryId: string,
  { section, state, priority }: WorklistFilter,
  after: readonly unknown[] | null,
  limit: number,
): Promise<QueuedSample[]> {
  const states: ResultState[] = state ? [state] : ["pending", "entered"];
  return await db.sql<QueuedSample>(
    `select ${sampleOfQueue}
     from (
       select r.sample_id, min(r.due_at) as "dueAt"
       from (${AT_THE_BENCH}) bench
       join result r on r.laboratory_id = $1 and r.sample_id = bench.id
       where r.state = any($3::"ResultState"[]) and ($2::text is null or r.section = $2)
         and ($4::"Priority" is null
           or exists (select from orders o where o.laboratory_id = $1 and o.id = r.order_id and o.priority = $4))
       group by r.sample_id
       having $5::timestamptz is null or (min(r.due_at), r.sample_id) > ($5, $6::uuid)
       order by min(r.due_at), r.sample_id limit $7
     ) q
     join sample s on s.laboratory_id = $1 and s.id = q.sample_id ${withOrder} ${workLeft}
     order by q."dueAt", s.id`,
    [
      laboratoryId,
      section ?? null,
      states,
      priority ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  );
}

/**
 * The sample that comes after one on a round of the bench, the first due first; after the last the round begins
 * anew. Null when no other waits.
 * @param round.notEnteredBy leaves out what this member entered: somebody else verifies that.
 */
export async function nextOnRound(
  db: LabDb,
  laboratoryId: string,
  sampleId: string,
  { section, state, notEnteredBy }: GridRound & { notEnteredBy: string | null },
): Promise<{ sampleId: string; barcode: string } | null> {
  const [row] = await db.sql<{ sampleId: string; barcode: string }>(
    `with place as (
       select coalesce(min(due_at), '-infinity') as "dueAt" from result
       where laboratory_id = $1 and sample_id = $2 and section = $3
     )
     select q."sampleId", s.barcode
     from (
       select r.sample_id as "sampleId", min(r.due_at) as "dueAt"
       from (${AT_THE_BENCH}) bench
       join result r on r.laboratory_id = $1 and r.sample_id = bench.id
       where r.sample_id <> $2 and r.section = $3 and r.state = $4::"ResultState"
         and ($5::uuid is null or r.entered_by_id <> $5)
       group by r.sample_id
     ) q
     join sample s on s.laboratory_id = $1 and s.id = q."sampleId"
     order by (q."dueAt", q."sampleId") > ((select "dueAt" from place), $2::uuid) desc, q."dueAt", q."sampleId"
     limit 1`,
    [laboratoryId, sampleId, section, state, notEnteredBy],
  );
  return row ?? null;
}

export type SectionRow = {
  section: string;
  pending: number;
  entered: number;
  overdue: number;
  oldestAt: Date | null;
  bench: number;
};

/** What waits in each section, counted over at most so many samples at the bench. */
export async function countWork(
  db: LabDb,
  laboratoryId: string,
  now: Date,
  benchMax: number,
): Promise<SectionRow[]> {
  return await db.sql<SectionRow>(
    `with bench as (select * from (${AT_THE_BENCH}) b limit $3)
     select r.section, count(distinct bench.id) filter (where r.state = 'pending')::int as pending,
       count(distinct bench.id) filter (where r.state = 'entered')::int as entered,
       count(distinct bench.id) filter (where r.due_at < $2)::int as overdue,
       min(bench.accessioned_at) filter (where r.state = 'pending') as "oldestAt",
       (select count(*) from bench)::int as bench
     from bench join result r on r.laboratory_id = $1 and r.sample_id = bench.id
     where r.state in ('pending', 'entered') group by r.section order by r.section`,
    [laboratoryId, now, benchMax + 1],
  );
}
