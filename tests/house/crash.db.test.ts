import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closePools } from "@/lib/infra/transaction";
import { a, type Lab } from "@/tests/support/a";
import type { Acknowledged, Crew } from "@/tests/support/crash-writer";

// A cluster of its own, that keeps its promises as an installation's does, waiting for the disk: the one of the
// other tests is careless. It has to stand in the environment before the application reads it.
const postgres = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const { default: pg } = await import("pg");
  const { databaseUrls } = await import("../../scripts/lib/database-urls.mjs");
  const { migrate } = await import("../../scripts/lib/migrate.mjs");
  const { startPostgres } = await import("../../scripts/lib/postgres.mjs");
  const { randomSecret } = await import("../../scripts/lib/secrets.mjs");
  const folder = mkdtempSync(join(tmpdir(), "medvuno-crash-"));
  const dataFolder = join(folder, "data");
  const logFile = join(folder, "log");
  const order = { dataFolder, logFile, password: randomSecret(), durable: true, removeAfter: folder };
  const started = await startPostgres(order);
  const admin = new pg.Client({ connectionString: started.url });
  await admin.connect();
  await admin.query("create database lims");
  await admin.end();
  const authSecret = randomSecret();
  const urls = databaseUrls({ DATABASE_URL: started.urlOf("lims") }, authSecret);
  await migrate(urls);
  Object.assign(process.env, urls, { AUTH_SECRET: authSecret, LIMITS: "off", DATABASE_POOL_MAX: "8" });
  return { ...started, dataFolder, url: urls.DATABASE_URL };
});

/** The writer in one file, so that twenty of them start quickly. It lies where it finds its packages. */
const program = "node_modules/.cache/medvuno/crash-writer.mjs";
// The bundler that tsx brings with it.
const bundler = createRequire(createRequire(import.meta.url).resolve("tsx/package.json"))("esbuild");

const kills = 20;
const leastAcknowledged = 1_000;

let lab: Lab;
let crew: Crew;
const acknowledged: Acknowledged[] = [];
const children = new Set<ChildProcess>();

beforeAll(async () => {
  await bundler.build({
    ...{
      entryPoints: ["tests/support/crash-writer.ts"],
      outfile: program,
      tsconfig: "tsconfig.scripts.json",
    },
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" },
  });
  lab = await a.laboratory();
  const cashier = await lab.member("cashier");
  crew = {
    reception: (await lab.member("receptionist")).actor,
    tech: (await lab.member("technician")).actor,
    scientist: (await lab.member("scientist")).actor,
    cashier: cashier.actor,
  };
  await closePools();
}, 60_000);

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await postgres.stop();
});

describe("S28 kill -9 at any moment", () => {
  it(`loses nothing that was acknowledged, ${kills} times over`, async () => {
    let next = startWriter();
    for (let kill = 1; kill <= kills; kill += 1) {
      const writer = next;
      await writer.ready;
      // While this one writes, the one that will follow it loads.
      if (kill < kills) next = startWriter();
      const enough = acknowledged.length + Math.ceil(leastAcknowledged / kills) + randomInt(25);
      writer.child.send(crew);
      await until(() => acknowledged.length >= enough || writer.failures.length > 0);
      expect(writer.failures, "before anything was killed").toEqual([]);
      await wait(randomInt(40));
      const postmaster = Number(
        readFileSync(join(postgres.dataFolder, "postmaster.pid"), "utf8").split("\n")[0],
      );
      const server = () => killAll([postmaster, ...childrenOf(postmaster)]);
      const client = () => writer.child.kill("SIGKILL");
      // Which of the two goes first is chance, too.
      if (randomInt(2) === 0) {
        server();
        client();
      } else {
        client();
        server();
      }
      await writer.ended;
      await answering(postmaster);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(leastAcknowledged);
    expect(await missing()).toEqual([]);
    expect(await halfDone()).toEqual([]);
  }, 400_000);
});

function startWriter() {
  const child = fork(program, [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.add(child);
  const failures: string[] = [];
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message: Acknowledged | { failure: string } | "ready") => {
      if (message === "ready") resolve();
      else if ("failure" in message) failures.push(message.failure);
      else acknowledged.push(message);
    });
    child.once("exit", () => reject(new Error("The writer ended before it began.")));
  });
  return { child, ready, ended, failures };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid = 0]) => pid);
}

function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

/** Waits until the keeper has brought another server up on the same data. */
async function answering(killed: number): Promise<void> {
  for (;;) {
    try {
      await read("select 1");
      const pid = Number(readFileSync(join(postgres.dataFolder, "postmaster.pid"), "utf8").split("\n")[0]);
      if (pid !== killed) return;
    } catch {
      // Not yet.
    }
    await wait(25);
  }
}

async function read<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that was answered and is not there as it was answered. */
async function missing(): Promise<Acknowledged[]> {
  const found = async (text: string) =>
    new Map((await read<{ id: string; as: string }>(text)).map((row) => [row.id, row.as]));
  const patients = await found(`select id, '' as "as" from patient`);
  const orders = await found(`select o.id, o.accession_number || ' ' ||
      (select count(*) from order_item where order_id = o.id) || ' ' ||
      (select count(*) from sample where order_id = o.id) || ' ' ||
      (select count(*) from result where order_id = o.id) as "as" from orders o`);
  const samples = await found(`select id, '' as "as" from sample where accessioned_at is not null`);
  const values = await found(`select id, value as "as" from result where entered_at is not null`);
  const verified = await found(`select id, '' as "as" from result where verified_at is not null`);
  const invoices = await found(`select id, number as "as" from invoice where state <> 'draft'`);
  const payments = await found(`select id, amount::text as "as" from payment`);
  return acknowledged.filter((each) => {
    if (each.kind === "patient") return !patients.has(each.id);
    if (each.kind === "order") {
      const { accessionNumber, items, samples: tubes, results } = each;
      return orders.get(each.id) !== `${accessionNumber} ${items} ${tubes} ${results}`;
    }
    if (each.kind === "arrival") return !samples.has(each.id);
    if (each.kind === "values") return each.results.some(({ id, value }) => values.get(id) !== value);
    if (each.kind === "verification") return each.results.some((id) => !verified.has(id));
    if (each.kind === "invoice") return invoices.get(each.id) !== each.number;
    return payments.get(each.id) !== String(each.amount);
  });
}

/** Whatever stands there without what belongs to it, acknowledged or not. */
async function halfDone(): Promise<{ what: string; id: string }[]> {
  const trail = (record: string, action: string) =>
    `exists (select from audit_event where record_id = ${record}::text and action = '${action}' and outcome = 'done')`;
  const told = (record: string, name: string, key: string) =>
    `exists (select from outbox where name = '${name}' and payload->>'${key}' = ${record}::text)`;
  const whole: Record<string, string> = {
    "a patient without a trail": `select id from patient t where not ${trail("t.id", "patient.registered")}`,
    "an order without items": `select id from orders o where not exists (select from order_item where order_id = o.id)`,
    "an order without samples": `select id from orders o where not exists (select from sample where order_id = o.id)`,
    "an order without results": `select id from orders o where not exists (select from result where order_id = o.id)`,
    "an order without a trail": `select id from orders t where not ${trail("t.id", "order.placed")}`,
    "an order that was not announced": `select id from orders t where not ${told("t.id", "order.placed", "orderId")}`,
    "an order without one invoice": `select id from orders o where (select count(*) from invoice where order_id = o.id) <> 1`,
    "a trail of no order": `select record_id as id from audit_event where action = 'order.placed' and outcome = 'done'
      and not exists (select from orders where id::text = record_id)`,
    "an announcement of no order": `select payload->>'orderId' as id from outbox where name = 'order.placed'
      and not exists (select from orders where id::text = payload->>'orderId')`,
    "a sample that arrived without a trail": `select id from sample t where accessioned_at is not null
      and not ${trail("t.id", "sample.accessioned")}`,
    "a value without a trail": `select id from result t where entered_at is not null
      and not ${trail("t.sample_id", "sample.results_entered")}`,
    "half of a sample's values": `select sample_id as id from result where state in ('pending', 'entered', 'verified')
      group by sample_id having count(distinct state) > 1`,
    "a verified value without a trail": `select id from result t where verified_at is not null
      and not ${trail("t.sample_id", "sample.results_verified")}`,
    "a verified value of one person": `select id from result where verified_by_id = entered_by_id`,
    "an invoice that does not add up": `select id from invoice i where gross <> net + tax or gross <>
      (select coalesce(sum(gross), 0) from invoice_line where invoice_id = i.id)`,
    "an invoice without a line for each item": `select id from invoice i where
      (select count(*) from invoice_line where invoice_id = i.id) <> (select count(*) from order_item where order_id = i.order_id)`,
    "an issued invoice without a trail": `select id from invoice t where state <> 'draft' and not ${trail("t.id", "invoice.issued")}`,
    "an invoice whose payments do not add up": `select id from invoice i where
      paid <> (select coalesce(sum(amount), 0) from payment where invoice_id = i.id) or paid > gross
      or (state = 'paid') <> (gross > 0 and paid = gross)`,
    "a payment without a trail": `select id from payment t where not ${trail("t.id", "payment.recorded")}`,
    "a paid invoice that was not announced": `select id from invoice t where state = 'paid' and gross > 0
      and not ${told("t.id", "invoice.paid", "invoiceId")}`,
  };
  const parts = Object.entries(whole).map(
    ([what, text]) => `select '${what.replaceAll("'", "''")}' as what, id::text from (${text}) as t`,
  );
  await read("create index if not exists crash_audit on audit_event (record_id, action)");
  await read(
    "create index if not exists crash_outbox on outbox ((payload->>'orderId'), (payload->>'invoiceId'), name)",
  );
  return read<{ what: string; id: string }>(parts.join(" union all "));
}
