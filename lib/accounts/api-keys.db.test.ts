import { describe, expect, it } from "vitest";
import { addAnalyte } from "@/lib/catalogue/operations/add-analyte";
import { listTests } from "@/lib/catalogue/operations/list-tests";
import { permissions } from "@/lib/core/access";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { listMembers } from "@/lib/laboratories/operations/list-members";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { verifyResult } from "@/lib/results/operations/verify-result";
import { a, type Lab, type Member } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";
import { answer, bearer } from "@/tests/support/signed-in";
import { createApiKey } from "./operations/create-api-key";
import { listApiKeys } from "./operations/list-api-keys";
import { listSessions } from "./operations/list-sessions";
import { openApiKey } from "./operations/open-api-key";
import { readMe } from "./operations/read-me";
import { revokeApiKey } from "./operations/revoke-api-key";
import { rotateApiKey } from "./operations/rotate-api-key";
import { keyScopes } from "./policy.api-keys";

const unknown = { code: "unauthenticated" };
const hour = 3_600_000;

function make(who: Member, scopes: string[], more: object = {}) {
  return who.does(createApiKey, { body: { name: "Booking system", scopes, ...more } });
}

const asProgram = (key: string, lab: Lab) => bearer(key, lab);

describe("an API key", () => {
  it("S7 is shown once, known by its beginning, and kept as a hash", async () => {
    const lab = await a.laboratory();
    const made = await make(lab.administrator, ["catalogue:read"]);
    expect(made.key).toMatch(/^mvk_[a-z2-9]{8}_[\w-]{43}$/);
    expect(made.key.startsWith(made.prefix)).toBe(true);
    const listed = await lab.administrator.does(listApiKeys);
    const opened = await lab.administrator.does(openApiKey, { params: { keyId: made.id } });
    expect(listed.data).toEqual([opened]);
    expect(opened).toMatchObject({ state: "active", createdBy: "Ada Founder", lastUsedAt: null });
    const secret = made.key.slice(made.prefix.length + 1);
    const about = { laboratoryId: lab.ref.id, accountId: null };
    const rows = await inPlatform(about, async (db) => await db.apiKey.findMany());
    const trail = await inLaboratory(lab.ref.id, null, async (db) => await db.auditEvent.findMany());
    const letters = await lettersTo(lab.administrator.email);
    expect(JSON.stringify([rows, listed, trail, letters])).not.toContain(secret);
  });

  it("does what its scopes say, in its own name, and nothing else", async () => {
    const lab = await a.laboratory();
    const { key, id } = await make(lab.administrator, [
      "patient:read",
      "patient:register",
      "order:place",
      "order:read",
    ]);
    const program = await asProgram(key, lab);
    expect(program).toMatchObject({ kind: "key", account: null, member: null, session: null });
    const patient = await answer(registerPatient, program, { body: { familyName: "Okafor", sex: "female" } });
    const order = await answer(placeOrder, program, {
      body: { patientId: patient.id, items: [{ testCode: "CREA" }] },
    });
    expect((await answer(listOrders, program)).data.map((each) => each.id)).toEqual([order.id]);
    for (const op of [listTests, listMembers, addAnalyte, listApiKeys]) {
      await expect(answer(op, program), op.id).rejects.toMatchObject({ code: "forbidden" });
    }
    const trail = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { actorId: id }, orderBy: { id: "asc" } });
    });
    expect(trail.map(({ actorKind, actorName }) => [actorKind, actorName])).toContainEqual([
      "key",
      "Booking system",
    ]);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["patient.registered", "order.placed", "orders.listed"]),
    );
  });

  it("is nobody: it has no account, no profile and no sessions", async () => {
    const lab = await a.laboratory();
    const { key } = await make(lab.administrator, [...keyScopes]);
    const program = await asProgram(key, lab);
    for (const op of [readMe, listSessions]) {
      await expect(answer(op, program)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it.each([
    "result:verify",
    "result:release",
    "result:amend",
    "report:withdraw",
    "member:manage",
    "key:manage",
  ])(
    "R15 is refused the scope %s, whoever asks, and does not have it when it stands in the database",
    async (scope) => {
      expect(Object.keys(permissions)).toContain(scope);
      const lab = await a.laboratory();
      await expect(make(lab.administrator, [scope])).rejects.toMatchObject({ code: "validation_failed" });
      const { key, id } = await make(lab.administrator, ["result:read"]);
      await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
        await db.apiKey.updateMany({ where: { id }, data: { scopes: [scope, "result:read"] } });
      });
      const program = await asProgram(key, lab);
      expect(program.key?.scopes).toEqual(["result:read"]);
      const resultId = "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10";
      await expect(answer(verifyResult, program, { params: { resultId } })).rejects.toMatchObject({
        code: "forbidden",
      });
    },
  );

  it("S6 is none at another laboratory, at the root and at learn", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { key } = await make(lab.administrator, ["patient:read"]);
    await answer(listPatients, await asProgram(key, lab));
    for (const place of [next, { kind: "root" }, { kind: "learn" }] as const) {
      await expect(bearer(key, place)).rejects.toMatchObject(unknown);
    }
    for (const changed of [key.slice(0, -1), `${key}A`, key.toUpperCase(), key.replace("mvk_", "mvk__")]) {
      await expect(asProgram(changed, lab)).rejects.toMatchObject(unknown);
    }
  });

  it("runs out when it was said to: after 90 days, or at most a year", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const [usual, short] = [
      await make(lab.administrator, ["patient:read"]),
      await make(lab.administrator, ["patient:read"], { expiresInDays: 1 }),
    ];
    expect(usual.expiresAt).toBe("2027-02-18T08:00:00.000Z");
    await expect(make(lab.administrator, ["patient:read"], { expiresInDays: 366 })).rejects.toMatchObject({
      code: "validation_failed",
    });
    clock.pass(24 * hour);
    await expect(asProgram(short.key, lab)).rejects.toMatchObject(unknown);
    clock.set("2027-02-18T07:59:59Z");
    expect((await asProgram(usual.key, lab)).key?.id).toBe(usual.id);
    clock.pass(1000);
    await expect(asProgram(usual.key, lab)).rejects.toMatchObject(unknown);
  });

  it("is dead at once when it is revoked, and with its laboratory", async () => {
    const lab = await a.laboratory();
    const [one, two] = [
      await make(lab.administrator, ["patient:read"]),
      await make(lab.administrator, ["patient:read"]),
    ];
    const keyId = one.id;
    await lab.administrator.does(revokeApiKey, { params: { keyId } });
    await expect(asProgram(one.key, lab)).rejects.toMatchObject(unknown);
    expect((await lab.administrator.does(openApiKey, { params: { keyId } })).state).toBe("revoked");
    // Revoking again changes nothing, and mails nothing.
    const letters = (await lettersTo(lab.administrator.email)).length;
    await lab.administrator.does(revokeApiKey, { params: { keyId } });
    expect((await lettersTo(lab.administrator.email)).length).toBe(letters);
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.laboratory.update({ where: { id: lab.ref.id }, data: { state: "suspended" } });
    });
    await expect(asProgram(two.key, lab)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("is replaced with an overlap: both work until the old one's last hour, and it is replaced once", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const old = await make(lab.administrator, ["patient:read"]);
    const rotate = (overlapHours?: number) =>
      lab.administrator.does(rotateApiKey, { params: { keyId: old.id }, body: { overlapHours } });
    await expect(rotate(7 * 24 + 1)).rejects.toMatchObject({ code: "validation_failed" });
    const tries = await Promise.allSettled([rotate(48), rotate(48), rotate(48)]);
    const next = tries.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(next.length).toBe(1);
    expect(next[0]).toMatchObject({ name: old.name, scopes: old.scopes, state: "active" });
    expect(await lab.administrator.does(openApiKey, { params: { keyId: old.id } })).toMatchObject({
      state: "replaced",
      replacedById: next[0]?.id,
      expiresAt: "2026-11-22T08:00:00.000Z",
    });
    clock.pass(48 * hour - 1000);
    for (const key of [old.key, next[0]?.key ?? ""]) expect((await asProgram(key, lab)).kind).toBe("key");
    clock.pass(1000);
    await expect(asProgram(old.key, lab)).rejects.toMatchObject(unknown);
    expect((await asProgram(next[0]?.key ?? "", lab)).kind).toBe("key");
  });

  it("tells when it was last used, to the minute", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { key, id } = await make(lab.administrator, ["patient:read"]);
    const lastUsed = async () =>
      (await lab.administrator.does(openApiKey, { params: { keyId: id } })).lastUsedAt;
    clock.pass(5000);
    await Promise.all(Array.from({ length: 8 }, () => asProgram(key, lab)));
    expect(await lastUsed()).toBe("2026-11-20T08:00:05.000Z");
    clock.pass(61_000);
    await asProgram(key, lab);
    expect(await lastUsed()).toBe("2026-11-20T08:01:06.000Z");
  });

  it("S15 is made, replaced and revoked by somebody who signed in within the hour, and told to its maker", async () => {
    const clock = a.clock(new Date());
    const lab = await a.laboratory();
    const colleague = await lab.member("administrator");
    const made = await make(lab.administrator, ["patient:read"]);
    const params = { keyId: made.id };
    await colleague.does(revokeApiKey, { params });
    const subjects = (await lettersTo(lab.administrator.email)).map(({ template, text }) => [
      template,
      /The API key “Booking system” was \w+/.exec(text.replace(/\s+/g, " "))?.[0],
    ]);
    expect(subjects).toEqual([
      ["security-changed", "The API key “Booking system” was made"],
      ["security-changed", "The API key “Booking system” was revoked"],
    ]);
    clock.pass(hour + 1000);
    const late = { code: "reauthentication_required" };
    await expect(make(lab.administrator, ["patient:read"])).rejects.toMatchObject(late);
    await expect(lab.administrator.does(rotateApiKey, { params, body: {} })).rejects.toMatchObject(late);
    await expect(lab.administrator.does(revokeApiKey, { params })).rejects.toMatchObject(late);
  });

  it("is an administrator's to make, see and revoke", async () => {
    const lab = await a.laboratory();
    const made = await make(lab.administrator, ["patient:read"]);
    const tech = await lab.member(["technician", "scientist", "pathologist", "receptionist"]);
    const forbidden = { code: "forbidden" };
    await expect(make(tech, ["patient:read"])).rejects.toMatchObject(forbidden);
    await expect(tech.does(listApiKeys)).rejects.toMatchObject(forbidden);
    await expect(tech.does(revokeApiKey, { params: { keyId: made.id } })).rejects.toMatchObject(forbidden);
    const next = await a.laboratory();
    await expect(next.administrator.does(openApiKey, { params: { keyId: made.id } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
