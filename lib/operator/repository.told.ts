import { type Locale, localeOf } from "@/lib/core/locale";
import { enterLaboratory, type PlatformDb } from "@/lib/infra/db";

/** Whom a letter tells of what an operator did. */
export type Told = { email: string; firstName: string; timeZone: string | null; locale: Locale };

const columns = `a.email, a.first_name as "firstName", a.time_zone as "timeZone", a.locale`;

export async function ownerOf(db: PlatformDb, accountId: string): Promise<Told[]> {
  return told(await db.sql<Row>(`select ${columns} from account a where a.id = $1`, [accountId]));
}

/** Its administrators who can sign in somewhere; all of them, for none can be told by another. */
export async function administratorsOf(db: PlatformDb, laboratoryId: string): Promise<Told[]> {
  // Its members are behind its wall.
  await enterLaboratory(laboratoryId, null);
  const rows = await db.sql<Row>(
    `select ${columns} from member m join account a on a.id = m.account_id
     where m.laboratory_id = $1 and m.state = 'active' and 'administrator' = any(m.roles) and a.state = 'active'
     order by a.id`,
    [laboratoryId],
  );
  return told(rows);
}

type Row = Omit<Told, "locale"> & { locale: string };

const told = (rows: readonly Row[]) => rows.map((row) => ({ ...row, locale: localeOf(row.locale) }));
