import { describe, expect, it } from "vitest";
import { job } from "@/lib/api/job";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { alone } from "@/lib/infra/transaction";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { listInvitations } from "@/lib/laboratories/operations/list-invitations";
import { remindInvited } from "@/lib/laboratories/operations/remind-invited";
import { tellOfDeadLetters } from "@/lib/mailbox/operations/tell-of-dead-letters";
import { a } from "@/tests/support/a";
import { cleanUp } from "./operations/clean-up";
import { tidyLaboratory } from "./operations/tidy-laboratory";

const today = "2026-11-20T08:00:00Z";
const platform = (text: string, values: unknown[] = []) => alone("lims_platform", text, values);

describe("P10 what is over cleans itself up", () => {
  const long = "2026-01-01T00:00:00Z";
  const recent = "2026-11-20T07:30:00Z";
  const soon = "2026-11-20T09:00:00Z";
  const tables: Record<string, (at: string, until: string, account: string) => [string, unknown[]]> = {
    registration: (at, until) => [
      "insert into registration (id, kind, host, email, email_key, payload, created_at, expires_at) values ($1, 'patient', 'h', 'e', 'e', '{}', $2, $3)",
      [newId(), at, until],
    ],
    email_code: (at, until) => [
      "insert into email_code (id, purpose, host, email_key, created_at, expires_at) values ($1, 'login', 'h', 'e', $2, $3)",
      [newId(), at, until],
    ],
    password_reset: (at, until) => [
      "insert into password_reset (id, host, email, email_key, device, created_at, code_expires_at, link_expires_at) values ($1, 'h', 'e', 'e', 'd', $2, $3, $3)",
      [newId(), at, until],
    ],
    passkey_challenge: (_, until) => [
      "insert into passkey_challenge (hash, purpose, host, expires_at) values ($1, 'sign_in', 'h', $2)",
      [newId(), until],
    ],
    sign_in_challenge: (at, until, account) => [
      "insert into sign_in_challenge (hash, account_id, host, door, first_factor, created_at, expires_at) values ($1, $4, 'h', 'browser', 'password', $2, $3)",
      [newId(), at, until, account],
    ],
    hand_over_ticket: (_, until, account) => [
      "insert into hand_over_ticket (hash, account_id, host, expires_at) values ($1, $3, 'h', $2)",
      [newId(), until, account],
    ],
    link_token: (at, until) => [
      "insert into link_token (hash, purpose, subject_id, created_at, expires_at) values ($1, 'x', gen_random_uuid(), $2, $3)",
      [newId(), at, until],
    ],
    rate_limit: (at) => [
      "insert into rate_limit (key, window_start, used) values ($1, $2, 1)",
      [newId(), at],
    ],
    failed_sign_in: (at) => [
      "insert into failed_sign_in (key, failed, last_failed_at) values ($1, 1, $2)",
      [newId(), at],
    ],
    failed_attempt: (at) => [
      "insert into failed_attempt (id, kind, whom, at) values ($1, 'password', 'w', $2)",
      [newId(), at],
    ],
    job_receipt: (at) => ["insert into job_receipt (key, created_at) values ($1, $2)", [newId(), at]],
    outbox: (at) => [
      "insert into outbox (id, name, payload, created_at, dispatched_at) values ($1, 'x', '{}', $2, $2)",
      [newId(), at],
    ],
    task: (at) => [
      "insert into task (id, function_id, event_name, data, state, due_at, created_at, ended_at) values ($1, 'f', 'e', '{}', 'SUCCESS', $2, $2, $2)",
      [newId(), at],
    ],
  };

  it.each(Object.entries(tables))("%s: what is long over goes, what is recent stays", async (table, row) => {
    a.clock(today);
    const lab = await a.laboratory();
    const count = async () => (await platform(`select count(*)::int as n from ${table}`))[0]?.n as number;
    await job(cleanUp, null, {});
    const before = await count();
    await platform(...row(recent, soon, lab.administrator.accountId));
    await platform(...row(long, long, lab.administrator.accountId));
    expect(await count()).toBe(before + 2);
    expect((await job(cleanUp, null, {})).removed).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it("an export and an answer kept for a repeated request, in their own laboratory only", async () => {
    a.clock(today);
    const [lab, next] = await Promise.all([a.laboratory(), a.laboratory()]);
    for (const { ref } of [lab, next]) {
      await inLaboratory(ref.id, null, async (db) => {
        for (const until of [long, soon]) {
          await db.sql(
            `insert into export_chunk (laboratory_id, task_id, part, position, lines, content, created_at, expires_at)
             values ($1, $2, 'tests', 1, 1, '{}', $3, $3)`,
            [ref.id, newId(), until],
          );
        }
      });
    }
    const chunks = (of: string) => inLaboratory(of, null, async (db) => db.exportChunk.count());
    expect(await job(tidyLaboratory, lab.ref, {})).toEqual({ removed: 1 });
    expect([await chunks(lab.ref.id), await chunks(next.ref.id)]).toEqual([1, 2]);
  });
});

describe("reminders", () => {
  it("go to people whose invitation ends tomorrow, once, with a link that works as long as the old one", async () => {
    const clock = a.clock(today);
    const lab = await a.laboratory();
    const invited = { email: "new@clinic.test", roles: ["technician"] };
    await lab.administrator.does(inviteMember, { body: invited });
    const mails = async () =>
      platform("select subject, text from mail where recipient = $1 and laboratory_id = $2", [
        invited.email,
        lab.ref.id,
      ]);
    const reminded: number[] = [];
    const { data: before } = await lab.administrator.does(listInvitations, { query: {} });
    for (let day = 0; day < 8; day += 1) {
      reminded.push((await job(remindInvited, lab.ref, {})).reminded);
      clock.pass(24 * 3_600_000);
    }
    expect(reminded.filter((each) => each > 0)).toEqual([1]);
    const [, reminder] = await mails();
    expect(reminder?.text).toContain("/invitation?token=");
    const { data: after } = await lab.administrator.does(listInvitations, { query: {} });
    expect(after[0]?.expiresAt).toBe(before[0]?.expiresAt);
  });
});

describe("M4 dead letters", () => {
  const dead = async (template: string) => {
    const id = newId();
    await platform(
      `insert into mail (id, recipient, subject, template, state, error, created_at)
       values ($1, 'x@y.test', 's', $2, 'dead', 'No such mailbox.', now())`,
      [id, template],
    );
    return { body: { mailId: id } };
  };

  it("are told to operators once an hour, without an address, and never of the notice itself", async () => {
    const clock = a.clock(today);
    const operator = await a.operator();
    await platform("update account set email_verified_at = now() where id = $1", [
      operator.actor.account?.id,
    ]);
    const told = async (of: { body: { mailId: string } }) => (await job(tellOfDeadLetters, null, of)).told;
    expect(await told(await dead("operator-notice"))).toBe(0);
    expect(await told(await dead("welcome"))).toBeGreaterThan(0);
    expect(await told(await dead("welcome"))).toBe(0);
    clock.pass(3_700_000);
    expect(await told(await dead("welcome"))).toBeGreaterThan(0);
    const [notice] = await platform(
      "select text from mail where template = 'operator-notice' and recipient = $1",
      [operator.actor.account?.email],
    );
    expect(notice?.text).toContain("welcome: No such mailbox.");
    expect(notice?.text).not.toContain("x@y.test");
  });
});
