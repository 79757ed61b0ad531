import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { env } from "./env";

/** The two roles the application connects as; neither owns a table (docs/adr/0003). */
export type DatabaseRole = "lims_lab" | "lims_platform";

/** What the database is told about a transaction, read by its policies and triggers. */
export type TransactionSettings = {
  laboratoryId: string | null;
  accountId?: string | null;
  memberId?: string | null;
};

const current = new AsyncLocalStorage<pg.PoolClient>();

const pools = new Map<DatabaseRole, pg.Pool>();

function pool(role: DatabaseRole): pg.Pool {
  const existing = pools.get(role);
  if (existing) return existing;
  const made = new pg.Pool({
    connectionString: role === "lims_lab" ? env().labDatabaseUrl : env().platformDatabaseUrl,
    max: env().poolMax,
    idleTimeoutMillis: 30_000,
    application_name: `medvuno ${role}`,
    // A forgotten transaction would hold locks and stall the sealing of the audit trail.
    options: "-c idle_in_transaction_session_timeout=30s -c statement_timeout=30s",
  });
  // A broken connection is replaced by the pool, idle or at work; unheard, it would end the process.
  made.on("error", () => {});
  made.on("connect", (client) => client.on("error", () => {}));
  pools.set(role, made);
  return made;
}

/** Connections of this process, and how many wait for one. */
export function poolsInUse(): { role: DatabaseRole; idle: number; busy: number; waiting: number }[] {
  return [...pools].map(([role, { totalCount, idleCount, waitingCount }]) => ({
    ...{ role, idle: idleCount, busy: totalCount - idleCount, waiting: waitingCount },
  }));
}

/** Only what cannot break out of a literal goes into the opening message. */
function literal(value: string | null | undefined): string {
  if (value === null || value === undefined) return "''";
  if (!/^[0-9a-f-]{36}$/.test(value)) throw new Error("A transaction's settings are ids.");
  return `'${value}'`;
}

function opening(settings: TransactionSettings): string {
  return `BEGIN; SELECT set_config('app.laboratory_id', ${literal(settings.laboratoryId)}, true), set_config('app.account_id', ${literal(settings.accountId)}, true), set_config('app.actor_id', ${literal(settings.memberId)}, true)`;
}

/**
 * Runs `work` in one transaction on a connection of its own, which every query made inside follows
 * (AsyncLocalStorage). Commits what `work` returns; rolls everything back when it throws.
 */
export async function inTransaction<T>(
  role: DatabaseRole,
  settings: TransactionSettings,
  work: () => Promise<T>,
): Promise<T> {
  if (current.getStore()) throw new Error("A transaction is open already: operations do not nest.");
  const client = await pool(role).connect();
  let broken: Error | undefined;
  try {
    await client.query(opening(settings));
    // Awaited inside: a query of Prisma's starts only when somebody waits for it.
    const answer = await current.run(client, async () => await work());
    await client.query("COMMIT");
    return answer;
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The connection of the transaction that is open here. @throws Error outside of one. */
export function transactionClient(): pg.PoolClient {
  const client = current.getStore();
  if (!client) throw new Error("A query needs a transaction: go through inLaboratory or inPlatform.");
  return client;
}

const lastAsked = new WeakMap<pg.PoolClient, Promise<unknown>>();

/**
 * One statement on the open transaction's connection, after those asked before it: an operation may ask
 * several at once, a connection answers one at a time.
 */
export function ask(statement: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = transactionClient();
  const before = lastAsked.get(client);
  const run = () => client.query(statement);
  const answer = before ? before.then(run, run) : run();
  // Whoever waits for the answer hears of its failure; the next in turn only needs to know that it is over.
  lastAsked.set(
    client,
    answer.catch(() => {}),
  );
  return answer;
}

/**
 * One statement in a transaction of its own, for what must not wait for an operation or be undone by it:
 * numbers that are given out, limits, liveness.
 */
export async function alone<Row extends pg.QueryResultRow>(
  role: DatabaseRole,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const { rows } = await pool(role).query<Row>(text, values);
  return rows;
}

export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((each) => each.end()));
}

/**
 * A pool that has no connections of its own: it follows the open transaction. Prisma runs on it,
 * so its few implicit transactions become savepoints of the operation's own.
 */
export class FollowingPool extends pg.Pool {
  // pg.Pool's overloads include callbacks that nobody here uses.
  override query = ((query: pg.QueryConfig) => ask(query)) as pg.Pool["query"];

  // Prisma asks of a connection only what savepointClient offers.
  override connect = (async () => savepointClient()) as unknown as pg.Pool["connect"];
}

let savepoints = 0;

function savepointClient() {
  savepoints += 1;
  const name = `inner_${savepoints}`;
  const instead: Record<string, string> = {
    BEGIN: `SAVEPOINT ${name}`,
    COMMIT: `RELEASE SAVEPOINT ${name}`,
    ROLLBACK: `ROLLBACK TO SAVEPOINT ${name}`,
  };
  return {
    query: (query: pg.QueryConfig) => {
      const text = instead[query.text];
      // Each savepoint is a text of its own: under the name of the statement it stands for, the second would fail.
      return ask(text ? { text } : query);
    },
    on: () => {},
    removeListener: () => {},
    release: () => {},
  };
}
