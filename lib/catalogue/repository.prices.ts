import { notFound } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb } from "@/lib/infra/db";
import type { PriceRow } from "./presenter";

const PRICES = `
  select p.code, i.kind, i.name, p.amount, p.version, p.updated_at as "updatedAt"
  from price p join (
    select laboratory_id, code, name, 'test' as kind, retired_at from test union all
    select laboratory_id, code, name, 'panel', retired_at from panel
  ) i on i.laboratory_id = p.laboratory_id and i.code = p.code
  where p.laboratory_id = $1`;

/** The price list, by code: tests and panels that are not retired. */
export function findPrices(
  db: LabDb,
  laboratoryId: string,
  { q, after, take }: { q: string; after: string | null; take: number },
): Promise<PriceRow[]> {
  return db.sql<PriceRow>(
    `${PRICES} and i.retired_at is null and ($2::text is null or p.code > $2)
       and (position(lower($3) in lower(i.name)) > 0 or position(lower($3) in lower(p.code)) > 0)
     order by p.code limit $4`,
    [laboratoryId, after, q, take],
  );
}

/** What a code costs, whether or not it is retired; null when it has no price. */
export async function findPrice(db: LabDb, laboratoryId: string, code: string): Promise<PriceRow | null> {
  const [row] = await db.sql<PriceRow>(`${PRICES} and p.code = $2`, [laboratoryId, code]);
  return row ?? null;
}

/** Sets the price of a test or a panel. @throws Problem "not_found" for a code of neither, "conflict" for a lost race. */
export async function writePrice(
  db: LabDb,
  laboratoryId: string,
  { code, amount, version }: { code: string; amount: number; version: number | null },
  now: Date,
): Promise<void> {
  const [priced] = await db.sql(
    `select 1 from test where laboratory_id = $1 and code = $2
     union all select 1 from panel where laboratory_id = $1 and code = $2`,
    [laboratoryId, code],
  );
  if (!priced) throw notFound();
  const written = await db.sql(
    `insert into price as p (laboratory_id, code, amount, version, updated_at) values ($1, $2, $3, 1, $4)
     on conflict (laboratory_id, code) do update
       set amount = excluded.amount, version = p.version + 1, updated_at = excluded.updated_at
       where p.version = $5
     returning 1`,
    [laboratoryId, code, amount, now, version],
  );
  wonRace(written.length);
}
