import pg from "pg";
import { vi } from "vitest";
import { signingKey } from "@/lib/infra/tokens";
import { alone } from "@/lib/infra/transaction";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { requestTask } from "@/lib/tasks/operations/request-task";
import { runScheduleNow } from "@/lib/tasks/operations/run-schedule-now";
import type { a, Lab, Person } from "./a";
import { announce } from "./background";

/** Where a story plays: a laboratory of its own, and a carrier's turn, by which schedules come to be known. */
export type House = { lab: Lab; operator: Person; clock: ReturnType<typeof a.clock>; tick(): Promise<void> };

/** How a function comes to be called, and how often what it is there for has come of it. */
export type Story = { begin: (house: House) => Promise<unknown>; came: (house: House) => Promise<number> };

const hour = 3_600_000;

/** What each function answers to, and what must have come of it, once: whoever carries it. */
export const functionStories: Record<string, Story> = {
  "carry-mail": {
    begin: ({ lab }) => invite(lab),
    came: ({ lab }) =>
      count("mail where state = 'sent' and attempts = 1 and laboratory_id = $1", [lab.ref.id]),
  },
  "wake-mails": {
    async begin(house) {
      await invite(house.lab);
      // Its announcement was lost.
      await alone("lims_platform", "update outbox set dispatched_at = now() where dispatched_at is null", []);
      house.clock.pass(120_000);
      await schedule("wake-mails", house);
    },
    came: ({ lab }) =>
      count("mail where state = 'sent' and attempts = 1 and laboratory_id = $1", [lab.ref.id]),
  },
  "tell-of-dead-letters": {
    async begin({ lab }) {
      const [mail] = await alone<{ id: string }>(
        "lims_platform",
        `insert into mail (id, laboratory_id, recipient, subject, template, state, created_at)
         values (gen_random_uuid(), $1, 'x@y.test', 's', 'welcome', 'dead', $2) returning id`,
        [lab.ref.id, new Date()],
      );
      await announce("mail.died", { mailId: mail?.id });
    },
    came: async () =>
      (await count("mail where template = 'operator-notice'")) / (await count("account where is_operator")),
  },
  "self-test": {
    begin: ({ lab }) => lab.administrator.does(requestTask, { body: { type: "self_test" } }),
    came: ({ lab }) =>
      count("task where type = 'self_test' and state = 'SUCCESS' and laboratory_id = $1", [lab.ref.id]),
  },
  export: {
    begin: ({ lab }) => lab.administrator.does(requestTask, { body: { type: "export" } }),
    came: ({ lab }) =>
      count("task where type = 'export' and state = 'SUCCESS' and laboratory_id = $1", [lab.ref.id]),
  },
  "clean-up": {
    async begin(house) {
      await alone(
        "lims_platform",
        "insert into rate_limit (key, window_start, used) values ('old', '2020-01-01', 1)",
        [],
      );
      await schedule("clean-up", house);
    },
    came: async () => 1 - (await count("rate_limit where key = 'old'")),
  },
  "begin-day": {
    begin: (house) => schedule("begin-day", house),
    came: ({ lab }) =>
      count("outbox where name = 'laboratory.day_began' and laboratory_id = $1", [lab.ref.id]),
  },
  "tidy-laboratory": {
    begin: ({ lab }) => announce("laboratory.day_began", {}, lab.ref.id),
    came: ({ lab }) =>
      count("task where function_id = 'tidy-laboratory' and state = 'SUCCESS' and laboratory_id = $1", [
        lab.ref.id,
      ]),
  },
  "remind-invited": {
    async begin({ lab, clock }) {
      await invite(lab);
      clock.pass(5.5 * 24 * hour);
      await announce("laboratory.day_began", {}, lab.ref.id);
    },
    came: async ({ lab }) =>
      (await count("mail where recipient = 'm@x.test' and laboratory_id = $1", [lab.ref.id])) - 1,
  },
  "rotate-signing-keys": {
    async begin(house) {
      await signingKey();
      await asOwner(
        "update signing_key set created_at = now() - interval '31 days' where retired_at is null",
      );
      await schedule("rotate-signing-keys", house);
    },
    // The successor: whoever signed before goes.
    came: () => count("signing_key where retired_at is null and created_at > now() - interval '1 day'"),
  },
  "seal-audit": {
    async begin(house) {
      await invite(house.lab);
      await vi.waitUntil(isOverEverywhere, { timeout: 30_000 });
      sealsBefore = await seals();
      await schedule("seal-audit", house);
    },
    // How many, depends on what others are still writing; each event has one at most, by the database's word.
    came: async () => Math.min(1, (await seals()) - sealsBefore),
  },
};

function invite(lab: Lab): Promise<unknown> {
  return lab.administrator.does(inviteMember, { body: { email: "m@x.test", roles: ["cashier"] } });
}

async function schedule(functionId: string, { operator, tick }: House): Promise<void> {
  await tick();
  await operator.does(runScheduleNow, { params: { functionId } });
}

async function count(what: string, values: unknown[] = []): Promise<number> {
  const [row] = await alone<{ n: number }>("lims_platform", `select count(*)::int as n from ${what}`, values);
  return row?.n ?? 0;
}

let sealsBefore = 0;

/** Nothing is sealed while a transaction that was there before it is open: another test's database has some, too. */
async function isOverEverywhere(): Promise<boolean> {
  const [row] = await asOwner<{ is_over: boolean }>(
    "select max(xid) < pg_snapshot_xmin(pg_current_snapshot()) as is_over from audit_event",
  );
  return row?.is_over === true;
}

async function seals(): Promise<number> {
  const [row] = await asOwner<{ n: number }>(
    "select ((select count(*) from audit_seal) + (select count(*) from platform_seal))::int as n",
  );
  return row?.n ?? 0;
}

/** What no role of the application may do: read every seal, turn back a key's years. */
async function asOwner<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
