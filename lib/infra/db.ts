import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./prisma/client";
import { ask, FollowingPool, inTransaction } from "./transaction";

/**
 * Tables as operations see them. `findUnique` is absent: Prisma gathers those of one tick into one query,
 * across requests, so that one laboratory's read would run in another's transaction (docs/adr/0003).
 */
type Tables = {
  [Name in Uncapitalize<Prisma.ModelName>]: Omit<PrismaClient[Name], "findUnique" | "findUniqueOrThrow">;
};

type Raw = {
  /**
   * Raw rows of a hand-written statement, through the same connection. Values are parameters, always.
   * @param how "prepared" for a statement asked all day: the server keeps its plan, whatever the values.
   */
  sql<Row>(text: string, values?: unknown[], how?: "prepared"): Promise<Row[]>;
};

/** A laboratory's data, behind both walls. */
export type LabDb = Tables & Raw & { readonly kind: "laboratory" };

/** Accounts, credentials, laboratories: no clinical table answers here. */
export type PlatformDb = Tables & Raw & { readonly kind: "platform" };

let prisma: PrismaClient | undefined;

function client(): PrismaClient {
  prisma ??= new PrismaClient({
    adapter: new PrismaPg(new FollowingPool(), { statementNameGenerator: statementName }),
  });
  return prisma;
}

const names = new Map<string, string>();

/** Prepared statements: the same text has the same name in the process. Lists of many lengths are left unnamed. */
function statementName(query: { sql: string; args: unknown[] }): string {
  const known = names.get(query.sql);
  if (known !== undefined) return known;
  const made = query.args.length > 40 || names.size >= 500 ? "" : `p${names.size}`;
  if (made) names.set(query.sql, made);
  return made;
}

const forbidden = new Set<PropertyKey>(["findUnique", "findUniqueOrThrow"]);

function withoutFindUnique<T extends object>(table: T): T {
  return new Proxy(table, {
    get(target, name, receiver) {
      if (forbidden.has(name)) throw new Error(`${String(name)} is not for this house: use findFirst.`);
      return Reflect.get(target, name, receiver);
    },
  });
}

async function sql<Row>(text: string, values: unknown[] = [], how?: "prepared"): Promise<Row[]> {
  const name = how === "prepared" ? statementName({ sql: text, args: values }) : "";
  const { rows } = await ask({ text, values, ...(name && { name }) });
  // The statement's own select list is the row; its caller names it.
  return rows as Row[];
}

const guarded = new Map<PropertyKey, object>();

const handle = new Proxy({} as LabDb & PlatformDb, {
  get(_, name) {
    if (name === "sql") return sql;
    if (typeof name !== "string" || name.startsWith("$")) return undefined;
    let table = guarded.get(name);
    if (!table) {
      const found: unknown = Reflect.get(client(), name);
      if (typeof found !== "object" || found === null) return undefined;
      table = withoutFindUnique(found);
      guarded.set(name, table);
    }
    return table;
  },
});

/** One transaction in one laboratory, as the role that sees clinical tables and no credential. */
export function inLaboratory<T>(
  laboratoryId: string,
  memberId: string | null,
  work: (db: LabDb) => Promise<T>,
): Promise<T> {
  return inTransaction("lims_lab", { laboratoryId, memberId }, () => work(handle));
}

/** One transaction as the role that sees accounts and credentials and no clinical table. */
export function inPlatform<T>(
  about: { laboratoryId: string | null; accountId: string | null },
  work: (db: PlatformDb) => Promise<T>,
): Promise<T> {
  return inTransaction("lims_platform", about, () => work(handle));
}

/** Lets a platform transaction write into a laboratory that it has just made or was invited to. */
export async function enterLaboratory(laboratoryId: string, accountId: string | null): Promise<void> {
  await ask({
    text: "select set_config('app.laboratory_id', $1, true), set_config('app.account_id', $2, true)",
    values: [laboratoryId, accountId ?? ""],
  });
}
