import { describe, expect, it } from "vitest";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { recordSuspicion } from "@/lib/accounts/repository.suspicions";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";
import { codeSentTo, lettersTo } from "@/tests/support/letters";
import type { Outcomes } from "./on-each";
import { actOnAccounts } from "./operations/act-on-accounts";
import { actOnMails } from "./operations/act-on-mails";
import { actOnProviders } from "./operations/act-on-providers";
import { actOnRegistrations } from "./operations/act-on-registrations";
import { actOnSuspicions } from "./operations/act-on-suspicions";
import { actOnTasks } from "./operations/act-on-tasks";
import { openAccount } from "./operations/open-account";

const anywhere = { laboratoryId: null, accountId: null };

const told = (action: string) =>
  inPlatform(anywhere, (db) =>
    // A call of which nothing was done is told too, about no record.
    db.platformEvent.findMany({
      where: { action, outcome: "done", recordId: { not: null } },
      orderBy: { id: "asc" },
    }),
  );

async function aMail(state: "sent" | "dead" | "owed", text: string | null = "Hello"): Promise<string> {
  const id = newId();
  await inPlatform(anywhere, (db) =>
    db.mail.create({
      data: { id, recipient: `${id}@x.test`, subject: "Hello", template: "welcome", text, html: text, state },
    }),
  );
  return id;
}

describe("P11 several at once", () => {
  it("each mail is sent anew by itself; those that cannot be say why", async () => {
    const operator = await a.operator();
    const ids = [await aMail("dead"), await aMail("owed"), await aMail("dead", null), newId()];
    const [dead = "", , , missing = ""] = ids;
    const body = { action: "resend", mailIds: [...ids, dead], reason: "Their server was down." };
    const { data } = await operator.does(actOnMails, { body });
    expect(data.map(({ id, ok, problem }) => [ids.indexOf(id), ok, problem?.code])).toEqual([
      [0, true, undefined],
      [1, false, "illegal_move"],
      [2, false, "illegal_move"],
      [3, false, "not_found"],
      [0, false, "conflict"],
    ]);
    const states = await inPlatform(anywhere, (db) => db.mail.findMany({ where: { id: { in: ids } } }));
    expect(states.filter(({ state }) => state === "dead").map(({ id }) => id)).toEqual([ids[2]]);
    // One entry for each that was done, none for the others.
    const events = await told("mail.resent");
    expect(events.map(({ recordId }) => recordId)).toEqual([dead]);
    expect(events[0]?.details).toMatchObject({ reason: "Their server was down." });
    expect(missing).not.toBe("");
    await expect(
      operator.does(actOnMails, { body: { action: "resend", mailIds: ids } }),
    ).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("T7 each task is tried again or revoked by itself", async () => {
    const operator = await a.operator();
    const make = async (state: "FAILURE" | "SUCCESS" | "PENDING") => {
      const id = newId();
      const at = new Date();
      await inPlatform(anywhere, (db) =>
        db.task.create({
          data: {
            ...{ id, functionId: "clean-up", queue: "upkeep", eventName: "function.asked", data: {}, state },
            ...{ dueAt: at, createdAt: at },
          },
        }),
      );
      return id;
    };
    const taskIds = [await make("FAILURE"), await make("SUCCESS"), await make("PENDING")];
    const tried = await operator.does(actOnTasks, { body: { action: "retry", taskIds } });
    expect(tried.data.map(({ ok }) => ok)).toEqual([true, false, false]);
    const revoked = await operator.does(actOnTasks, { body: { action: "cancel", taskIds } });
    expect(revoked.data.map(({ ok }) => ok)).toEqual([true, false, true]);
    const rows = await inPlatform(anywhere, (db) => db.task.findMany({ where: { id: { in: taskIds } } }));
    expect(new Map(rows.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [taskIds[0], "REVOKED"],
        [taskIds[1], "SUCCESS"],
        [taskIds[2], "REVOKED"],
      ]),
    );
    expect((await told("task.acted_on")).map(({ details }) => details)).toMatchObject([
      { action: "retry" },
      { action: "cancel" },
      { action: "cancel" },
    ]);
  });

  it("H9 each provider is decided on by itself, and a rejection says why", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const register = async (licence: string | null) => {
      const { accountId } = await lab.member("provider");
      await inPlatform(anywhere, (db) =>
        db.providerProfile.create({
          data: {
            ...{ accountId, specialization: "cardiology", licenseNumber: licence, licenseKey: licence },
            ...{
              clinicStreet: "1 High Street",
              clinicCity: "London",
              clinicState: "London",
              clinicZip: "N1",
            },
          },
        }),
      );
      return accountId;
    };
    const accountIds = [await register("BULK1"), await register("BULK1"), await register(null)];
    const verified = await operator.does(actOnProviders, { body: { action: "verify", accountIds } });
    // The second claims the licence of the first; the third has given none.
    expect(verified.data.map(({ ok, problem }) => [ok, problem?.code])).toEqual([
      [true, undefined],
      [false, "already_exists"],
      [false, "illegal_move"],
    ]);
    await expect(
      operator.does(actOnProviders, { body: { action: "reject", accountIds } }),
    ).rejects.toMatchObject({ extras: { errors: { reason: ["Say why: they are told."] } } });
    const reason = "The licence is another person's.";
    const rejected = await operator.does(actOnProviders, { body: { action: "reject", accountIds, reason } });
    expect(rejected.data.every(({ ok }) => ok)).toBe(true);
    const letters = await inPlatform(anywhere, (db) =>
      db.mail.findMany({ where: { template: { startsWith: "provider-" } } }),
    );
    expect(letters.map(({ template }) => template).sort()).toEqual([
      "provider-rejected",
      "provider-rejected",
      "provider-rejected",
      "provider-verified",
    ]);
  });

  it("P7 each registration that waits is ended by itself", async () => {
    const operator = await a.operator();
    const make = async (kind: string) => {
      const id = newId();
      await inPlatform(anywhere, (db) =>
        db.registration.create({
          data: {
            ...{ id, kind, host: "learn.lims.test", email: `${id}@x.test`, emailKey: `${id}@x.test` },
            ...{ payload: {}, expiresAt: new Date(Date.now() + 600_000) },
          },
        }),
      );
      return id;
    };
    const registrationIds = [await make("patient"), newId(), await make("provider")];
    const body = { action: "delete", registrationIds, reason: "Made by a robot." };
    const { data } = await operator.does(actOnRegistrations, { body });
    expect(data.map(({ ok }) => ok)).toEqual([true, false, true]);
    const again = await operator.does(actOnRegistrations, { body });
    expect(again.data.map(({ problem }) => problem?.code)).toEqual(["not_found", "not_found", "not_found"]);
  });

  it("P7 each registration that waits is mailed again by itself; a laboratory asks for its own code", async () => {
    const operator = await a.operator();
    const person = { firstName: "Wanda", lastName: "Waiting" };
    const password = "SecurePassword123!";
    const register = async (email: string) => {
      const body = { email, ...person, password, passwordConfirm: password };
      return (await a.anyone({ kind: "learn" }).does(registerPatientAccount, { body })).registrationId;
    };
    const [one, other] = [await register("one@again.test"), await register("other@again.test")];
    const laboratory = newId();
    await inPlatform(anywhere, (db) =>
      db.registration.create({
        data: {
          ...{ id: laboratory, kind: "laboratory", host: "lims.test", payload: {} },
          ...{ email: "lab@again.test", emailKey: "lab@again.test" },
          expiresAt: new Date(Date.now() + 600_000),
        },
      }),
    );
    const first = await codeSentTo("one@again.test");
    const registrationIds = [one, laboratory, other, newId()];
    const { data } = await operator.does(actOnRegistrations, { body: { action: "resend", registrationIds } });
    expect(data.map(({ ok, problem }) => [ok, problem?.code])).toEqual([
      [true, undefined],
      [false, "illegal_move"],
      [true, undefined],
      [false, "not_found"],
    ]);
    for (const email of ["one@again.test", "other@again.test"]) {
      expect(await lettersTo(email)).toHaveLength(2);
    }
    const verify = (code: string) =>
      a.anyone({ kind: "learn" }).does(verifyCode, { body: { email: "one@again.test", code } });
    await expect(verify(first)).rejects.toMatchObject({ code: "code_invalid" });
    expect(await verify(await codeSentTo("one@again.test"))).toMatchObject({
      user: { email: "one@again.test" },
    });
    const events = (await told("registration.acted_on")).filter(
      ({ actorId }) => actorId === operator.accountId,
    );
    expect(events.map(({ recordId, details }) => [recordId, details])).toEqual([
      [one, { action: "resend", kind: "patient" }],
      [other, { action: "resend", kind: "patient" }],
    ]);
    await expect(
      operator.does(actOnRegistrations, { body: { action: "delete", registrationIds } }),
    ).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("each account is locked, unlocked and signed out by itself, and never the operator's own", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const [ada, bob] = [await lab.member("technician"), await lab.member("cashier")];
    const accountIds = [ada.accountId, operator.accountId, bob.accountId, newId()];
    const reason = "Their laptops were stolen.";
    const act = (action: string, ids = accountIds) =>
      operator.does(actOnAccounts, { body: { action, accountIds: ids, reason } });
    const codes = ({ data }: Outcomes) => data.map(({ ok, problem }) => problem?.code ?? ok);
    const ended = await act("end_sessions", [ada.accountId]);
    expect(codes(ended)).toEqual([true]);
    expect((await operator.does(openAccount, { params: { accountId: ada.accountId } })).sessions).toEqual([]);
    expect(codes(await act("lock"))).toEqual([true, "illegal_move", true, "not_found"]);
    expect(codes(await act("lock"))).toEqual(["illegal_move", "illegal_move", "illegal_move", "not_found"]);
    for (const { accountId } of [ada, bob]) {
      expect(await operator.does(openAccount, { params: { accountId } })).toMatchObject({
        ...{ state: "locked", stateReason: reason, sessions: [] },
      });
    }
    expect(codes(await act("unlock", [bob.accountId]))).toEqual([true]);
    expect(
      (await told("account.acted_on")).map(({ recordId, details }) => [recordId, details]),
    ).toMatchObject([
      [ada.accountId, { action: "end_sessions", reason }],
      [ada.accountId, { action: "lock", reason }],
      [bob.accountId, { action: "lock", reason }],
      [bob.accountId, { action: "unlock", reason }],
    ]);
    // Its owner is told what was done, as when it is done to one.
    const letters = await lettersTo(bob.email);
    expect(letters.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(letters)).not.toContain(reason);
  });

  it("each suspicion is closed by itself, with one note for all", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const suspicionIds = [newId()];
    for (let made = 0; made < 2; made += 1) {
      suspicionIds.unshift(
        await inPlatform(anywhere, (db) =>
          recordSuspicion(db, new Date(), lab.administrator.actor, {
            ...{ kind: "many_accounts", accountId: null, evidence: { people: 9 }, answer: "noted" },
          }),
        ),
      );
    }
    const body = { action: "review", suspicionIds, note: "Our own scanner." };
    const { data } = await operator.does(actOnSuspicions, { body });
    expect(data.map(({ ok, problem }) => problem?.code ?? ok)).toEqual([true, true, "not_found"]);
    const again = await operator.does(actOnSuspicions, { body });
    expect(again.data.map(({ problem }) => problem?.code)).toEqual([
      ...["illegal_move", "illegal_move", "not_found"],
    ]);
    const rows = await inPlatform(anywhere, (db) =>
      db.suspicion.findMany({ where: { id: { in: suspicionIds } } }),
    );
    expect(rows.map(({ state, note }) => [state, note])).toEqual([
      ["reviewed", "Our own scanner."],
      ["reviewed", "Our own scanner."],
    ]);
    expect((await told("suspicion.reviewed")).map(({ recordId }) => recordId)).toEqual(
      suspicionIds.slice(0, 2),
    );
  });
});
