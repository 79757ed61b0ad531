import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";
import { actOnMails } from "./operations/act-on-mails";
import { actOnProviders } from "./operations/act-on-providers";
import { actOnRegistrations } from "./operations/act-on-registrations";
import { actOnTasks } from "./operations/act-on-tasks";

const anywhere = { laboratoryId: null, accountId: null };

const told = (action: string) =>
  inPlatform(anywhere, (db) =>
    db.platformEvent.findMany({ where: { action, outcome: "done" }, orderBy: { id: "asc" } }),
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
});
