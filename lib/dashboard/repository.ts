import type { LabDb } from "@/lib/infra/db";
import type { Flow } from "./schema";

/** When the laboratory's day began. */
export async function dayBegan(db: LabDb, now: Date, timeZone: string): Promise<Date> {
  const [row] = await db.sql<{ at: Date }>(
    "select date_trunc('day', $1::timestamptz at time zone $2) at time zone $2 as at",
    [now, timeZone],
  );
  return row?.at ?? now;
}

/**
 * How far the samples made since `from` have come, counted over at most so many of the newest. Only those at the
 * bench are asked for their results.
 */
export async function flowSince(db: LabDb, laboratoryId: string, from: Date, atMost: number): Promise<Flow> {
  const [row] = await db.sql<Omit<Flow, "isCapped"> & { seen: number }>(
    `with made as (
       select id, state, collected_at, accessioned_at from sample
       where laboratory_id = $1 and created_at >= $2
       order by created_at desc, id desc limit $3
     ), far as (
       select state, collected_at is not null or accessioned_at is not null as collected,
         accessioned_at is not null as accessioned,
         state in ('completed', 'stored', 'disposed') as released,
         state = 'in_process' and not exists (select from result r where r.laboratory_id = $1
           and r.sample_id = made.id and r.state = 'pending') as entered,
         state = 'in_process' and not exists (select from result r where r.laboratory_id = $1
           and r.sample_id = made.id and r.state in ('pending', 'entered')) as verified
       from made
     )
     select count(*)::int as seen,
       count(*) filter (where going)::int as placed,
       count(*) filter (where going and collected)::int as collected,
       count(*) filter (where going and accessioned)::int as accessioned,
       count(*) filter (where going and (entered or released))::int as entered,
       count(*) filter (where going and (verified or released))::int as verified,
       count(*) filter (where going and released)::int as released
     from far cross join lateral (select state not in ('rejected', 'cancelled') as going) g`,
    [laboratoryId, from, atMost + 1],
  );
  if (!row) throw new Error("A count has one row.");
  const { seen, ...flow } = row;
  return { ...flow, isCapped: seen > atMost };
}

export type ArrivalRow = { weeksAgo: number; hour: number; samples: number };

/** Samples that arrived in each hour of today and of the same weekday in earlier weeks, by the laboratory's clock. */
export async function arrivalsByHour(
  db: LabDb,
  laboratoryId: string,
  now: Date,
  timeZone: string,
  weeks: number,
): Promise<ArrivalRow[]> {
  return await db.sql<ArrivalRow>(
    `with day as (
       select week, date_trunc('day', $2::timestamptz at time zone $3) - make_interval(days => 7 * week) as begins
       from generate_series(0, $4::int) week
     )
     select day.week as "weeksAgo", extract(hour from s.accessioned_at at time zone $3)::int as hour,
       count(*)::int as samples
     from day
     join sample s on s.laboratory_id = $1 and s.accessioned_at is not null
       and s.accessioned_at >= day.begins at time zone $3
       and s.accessioned_at < (day.begins + interval '1 day') at time zone $3
     group by day.week, hour`,
    [laboratoryId, now, timeZone, weeks],
  );
}

/** When the laboratory's first sample arrived. */
export async function firstArrival(db: LabDb, laboratoryId: string): Promise<Date | null> {
  const [row] = await db.sql<{ at: Date }>(
    `select accessioned_at as at from sample where laboratory_id = $1 and accessioned_at is not null
     order by accessioned_at limit 1`,
    [laboratoryId],
  );
  return row?.at ?? null;
}

export type LastEntryRow = { section: string; by: string; at: Date };

/** Who entered last in each section since `from`, of what is not released yet. */
export async function lastEntries(db: LabDb, laboratoryId: string, from: Date): Promise<LastEntryRow[]> {
  return await db.sql<LastEntryRow>(
    `select distinct on (r.section) r.section, m.display_name as by, r.entered_at as at
     from result r join member m on m.laboratory_id = r.laboratory_id and m.id = r.entered_by_id
     where r.laboratory_id = $1 and r.state in ('entered', 'verified') and r.entered_at >= $2
     order by r.section, r.entered_at desc`,
    [laboratoryId, from],
  );
}
