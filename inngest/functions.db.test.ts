import { beforeEach, describe, expect, it } from "vitest";
import { leaseSeconds } from "@/lib/infra/background/claim";
import { alone } from "@/lib/infra/transaction";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { requestTask } from "@/lib/tasks/operations/request-task";
import { runScheduleNow } from "@/lib/tasks/operations/run-schedule-now";
import { a, type Lab, type Person } from "@/tests/support/a";
import { announce, Killed, mortalRunner, tasksOf } from "@/tests/support/background";
import { embeddedRunner } from "./embedded";
import { functions } from "./functions";

let clock: ReturnType<typeof a.clock>;
let lab: Lab;
let operator: Person;

beforeEach(async () => {
  // Mail and sealing compare with the database's own clock: begin where it is.
  clock = a.clock(new Date());
  lab = await a.laboratory();
  operator = await a.operator();
});

/** What each function answers to, and what must have come of it, once. */
const wholes: Record<string, { begin: () => Promise<unknown>; came: () => Promise<number> }> = {
  "carry-mail": {
    begin: () => lab.administrator.does(inviteMember, { body: { email: "m@x.test", roles: ["cashier"] } }),
    came: () => count("mail where state = 'sent' and attempts = 1 and laboratory_id = $1", [lab.ref.id]),
  },
  "wake-mails": {
    begin: async () => {
      await lab.administrator.does(inviteMember, { body: { email: "m@x.test", roles: ["cashier"] } });
      // Its announcement was lost.
      await alone("lims_platform", "update outbox set dispatched_at = now() where dispatched_at is null", []);
      clock.pass(120_000);
      await schedule("wake-mails");
    },
    came: () => count("mail where state = 'sent' and attempts = 1 and laboratory_id = $1", [lab.ref.id]),
  },
  "tell-of-dead-letters": {
    begin: async () => {
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
    begin: () => lab.administrator.does(requestTask, { body: { type: "self_test" } }),
    came: () =>
      count("task where type = 'self_test' and state = 'SUCCESS' and laboratory_id = $1", [lab.ref.id]),
  },
  export: {
    begin: () => lab.administrator.does(requestTask, { body: { type: "export" } }),
    came: () =>
      count("task where type = 'export' and state = 'SUCCESS' and laboratory_id = $1", [lab.ref.id]),
  },
  "clean-up": {
    begin: async () => {
      await alone(
        "lims_platform",
        "insert into rate_limit (key, window_start, used) values ('old', '2020-01-01', 1)",
        [],
      );
      await schedule("clean-up");
    },
    came: async () => 1 - (await count("rate_limit where key = 'old'")),
  },
  "begin-day": {
    begin: () => schedule("begin-day"),
    came: () => count("outbox where name = 'laboratory.day_began' and laboratory_id = $1", [lab.ref.id]),
  },
  "tidy-laboratory": {
    begin: () => announce("laboratory.day_began", {}, lab.ref.id),
    came: () =>
      count("task where function_id = 'tidy-laboratory' and state = 'SUCCESS' and laboratory_id = $1", [
        lab.ref.id,
      ]),
  },
  "remind-invited": {
    begin: async () => {
      await lab.administrator.does(inviteMember, { body: { email: "m@x.test", roles: ["cashier"] } });
      clock.pass(5.5 * 24 * 3_600_000);
      await announce("laboratory.day_began", {}, lab.ref.id);
    },
    came: async () =>
      (await count("mail where recipient = 'm@x.test' and laboratory_id = $1", [lab.ref.id])) - 1,
  },
  "rotate-signing-keys": {
    begin: () => schedule("rotate-signing-keys"),
    came: () => count("signing_key"),
  },
  "seal-audit": {
    begin: () => schedule("seal-audit"),
    came: async () => Math.min(1, await count("platform_seal")),
  },
};

async function count(what: string, values: unknown[] = []): Promise<number> {
  const [row] = await alone<{ n: number }>("lims_platform", `select count(*)::int as n from ${what}`, values);
  return row?.n ?? 0;
}

async function schedule(functionId: string): Promise<void> {
  await embeddedRunner(functions).tick();
  await operator.does(runScheduleNow, { params: { functionId } });
}

describe("S28 T7 every function", () => {
  it("has its story here", () => {
    expect(Object.keys(wholes).sort()).toEqual(functions.map(({ card }) => card.id).sort());
  });

  it.each(functions.map(({ card }) => card.id))(
    "%s does its work once, though its process dies again and again",
    async (id) => {
      const whole = wholes[id];
      if (!whole) throw new Error(id);
      // Turns of the clock in the stories before have begun this function, too.
      const earlier = new Set((await tasksOf(id)).map((task) => task.id));
      await whole.begin();
      // Each process lives one moment longer than the one before it: the work is begun, lost and taken up.
      for (let life = 1, isOver = false; !isOver && life < 60; life += 1) {
        try {
          await mortalRunner(functions, life).tick();
          isOver = !(await isAtWork(id));
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        clock.pass((leaseSeconds + 1) * 1000);
      }
      expect(await whole.came()).toBe(1);
      const tasks = (await tasksOf(id)).filter((task) => !earlier.has(task.id));
      expect(tasks.length).toBeGreaterThan(0);
      for (const task of tasks) expect(task).toMatchObject({ state: "SUCCESS", error: null });
    },
  );
});

async function isAtWork(functionId: string): Promise<boolean> {
  return (await tasksOf(functionId)).some(({ state }) => ["PENDING", "STARTED", "RETRY"].includes(state));
}
