import { describe, expect, it } from "vitest";
import { confirmPreRegistration } from "@/lib/accounts/operations/confirm-pre-registration";
import { openPreRegistrationLink } from "@/lib/accounts/operations/open-pre-registration-link";
import { preRegister } from "@/lib/accounts/operations/pre-register";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { verifyLink } from "@/lib/accounts/operations/verify-link";
import { inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";
import { codeSentTo, lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { listEmailVerifications } from "./operations/list-email-verifications";
import { listPendingRegistrations } from "./operations/list-pending-registrations";
import { listPreRegistrations } from "./operations/list-pre-registrations";
import { listVerificationCodes } from "./operations/list-verification-codes";
import { resendPendingRegistration } from "./operations/resend-registration";
import { tellPreRegistrations } from "./operations/tell-pre-registrations";
import { deletePendingRegistration } from "./operations/withdraw-registration";

const learn = { kind: "learn" } as const;
const minute = 60_000;
const invalid = { code: "code_invalid" };
let made = 0;

async function register(email?: string) {
  made += 1;
  const password = "SecurePassword123!";
  const person = { firstName: "Wanda", lastName: "Waiting", password, passwordConfirm: password };
  const body = { email: email ?? `waiting-${made}@home.test`, ...person };
  return a.anyone(learn).does(registerPatientAccount, { body });
}

describe("P7 registrations that wait", () => {
  it("are listed with their time left, without code or link, and looking is in the trail", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const operator = await a.operator();
    const { registrationId, email } = await register();
    const lab = await a.laboratory();
    await register(lab.administrator.email);
    clock.pass(10 * minute);
    const { data } = await operator.does(listPendingRegistrations, { query: { kind: "patient" } });
    expect(data.find(({ id }) => id === registrationId)).toEqual({
      ...{ id: registrationId, kind: "patient", email, place: "learn.lims.test", hasAccount: false },
      ...{ triesSpent: 0, secondsLeft: 1200 },
      ...{ createdAt: "2026-11-20T08:00:00.000Z", expiresAt: "2026-11-20T08:30:00.000Z" },
    });
    expect(data.find((each) => each.email === lab.administrator.email)?.hasAccount).toBe(true);
    expect(JSON.stringify(data)).not.toContain(await codeSentTo(email));
    const found = await operator.does(listPendingRegistrations, { query: { q: email.slice(0, 9) } });
    expect(found.data.length).toBeGreaterThan(0);
    // What somebody types is not a pattern.
    expect((await operator.does(listPendingRegistrations, { query: { q: "%" } })).data).toEqual([]);
    clock.pass(20 * minute);
    const later = await operator.does(listPendingRegistrations, { query: {} });
    expect(later.data.filter(({ id }) => id === registrationId)).toEqual([]);
  });

  it("are ended for a reason: code and link open nothing any more", async () => {
    const operator = await a.operator();
    const { registrationId, email } = await register();
    const [code, token] = [await codeSentTo(email), await linkTokenSentTo(email)];
    const end = (query: object) =>
      operator.does(deletePendingRegistration, { params: { registrationId }, query });
    await expect(end({})).rejects.toMatchObject({ code: "malformed_request" });
    await end({ reason: "A robot" });
    await expect(a.anyone(learn).does(verifyCode, { body: { email, code } })).rejects.toMatchObject(invalid);
    await expect(a.anyone(learn).does(verifyLink, { body: { token } })).rejects.toMatchObject(invalid);
    await expect(end({ reason: "Again" })).rejects.toMatchObject({ code: "not_found" });
    const [event] = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.platformEvent.findMany({
        where: { action: "registration.withdrawn", recordId: registrationId },
      });
    });
    expect(event).toMatchObject({ actorId: operator.accountId, details: { reason: "A robot" } });
  });

  it("are mailed again by an operator, to the host where they were made", async () => {
    const operator = await a.operator();
    const { registrationId, email } = await register();
    const token = await linkTokenSentTo(email);
    await operator.does(resendPendingRegistration, { params: { registrationId }, body: {} });
    expect((await lettersTo(email)).length).toBe(2);
    expect((await lettersTo(email)).at(-1)?.text).toContain("http://learn.lims.test/verify-email?token=");
    await expect(a.anyone(learn).does(verifyLink, { body: { token } })).rejects.toMatchObject(invalid);
    const body = { token: await linkTokenSentTo(email) };
    expect(await a.anyone(learn).does(verifyLink, { body })).toMatchObject({ user: { email } });
    await expect(
      operator.does(resendPendingRegistration, { params: { registrationId }, body: {} }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("K6 codes and verifications", () => {
  it("are valid, used and expired, with the time left, and never shown", async () => {
    const clock = a.clock("2026-11-20T09:00:00Z");
    const [operator, lab] = [await a.operator(), await a.laboratory()];
    const [used, late, fresh] = [lab.administrator, await lab.member("cashier"), await lab.member("cashier")];
    await lab.anonymous().does(requestSignInCode, { body: { email: late.email } });
    clock.pass(10 * minute);
    for (const { email } of [used, fresh]) {
      await lab.anonymous().does(requestSignInCode, { body: { email } });
    }
    const code = await codeSentTo(used.email);
    await lab.anonymous().does(signInByCode, { body: { email: used.email, code } });
    await lab.anonymous().does(requestSignInCode, { body: { email: "nobody@nowhere.test" } });
    clock.pass(4 * minute);
    const list = (query: object) => operator.does(listVerificationCodes, { query });
    const statusOf = async ({ email }: { email: string }) =>
      (await list({ q: email })).data.map((each) => [each.status, each.secondsLeft]);
    expect(await statusOf(used)).toEqual([["used", 0]]);
    expect(await statusOf(late)).toEqual([["expired", 0]]);
    expect(await statusOf(fresh)).toEqual([["valid", 360]]);
    // What was kept for silence's sake only was never mailed.
    expect((await list({ q: "nobody@nowhere.test" })).data).toEqual([]);
    const every = await list({ limit: "100" });
    expect(JSON.stringify(every)).not.toContain(code);
    for (const status of ["valid", "used", "expired"]) {
      const { data } = await list({ status, purpose: "login" });
      expect(data.length).toBeGreaterThan(0);
      expect(new Set(data.map((each) => `${each.status} ${each.purpose}`))).toEqual(
        new Set([`${status} login`]),
      );
    }
  });

  it("are pending, verified and expired for addresses", async () => {
    const clock = a.clock("2026-11-20T10:00:00Z");
    const operator = await a.operator();
    const expired = await register();
    clock.pass(31 * minute);
    const [verified, pending] = [await register(), await register()];
    const token = await linkTokenSentTo(verified.email);
    await a.anyone(learn).does(verifyLink, { body: { token } });
    const statusOf = async (email: string) =>
      (await operator.does(listEmailVerifications, { query: { q: email } })).data.map(({ status }) => status);
    expect(await statusOf(expired.email)).toEqual(["expired"]);
    expect(await statusOf(verified.email)).toEqual(["verified"]);
    expect(await statusOf(pending.email)).toEqual(["pending"]);
  });

  it("P11 are paged by a cursor, each once", async () => {
    const operator = await a.operator();
    const emails = ["p1", "p2", "p3", "p4", "p5"].map((name) => `${name}@paged.test`);
    for (const email of emails) await register(email);
    for (const op of [listEmailVerifications, listVerificationCodes, listPendingRegistrations]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = { q: "@paged.test", limit: "2", ...(cursor && { cursor }) };
        const page: { data: { email: string }[]; nextCursor: string | null } = await operator.does(op, {
          query,
        });
        seen.push(...page.data.map(({ email }) => email));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen, op.id).toEqual([...emails].reverse());
    }
  });
});

describe("T6 being told when the doors open", () => {
  const ask = (email: string) => a.anyone().does(preRegister, { body: { email } });
  const confirm = (token: string) => a.anyone().does(confirmPreRegistration, { body: { token } });

  it("is asked for at the root address; the portal and a laboratory say so", async () => {
    const lab = await a.laboratory();
    for (const nobody of [a.anyone({ kind: "learn" }), lab.anonymous()]) {
      const asked = nobody.does(preRegister, { body: { email: "lost@early.test" } });
      await expect(asked).rejects.toMatchObject({
        code: "not_found",
        message: expect.stringContaining("http://lims.test/pre-register"),
      });
    }
    expect(await lettersTo("lost@early.test")).toEqual([]);
  });

  it("is asked for, confirmed by the link, and done once", async () => {
    const operator = await a.operator();
    const [one, silent] = ["one@early.test", "silent@early.test"];
    expect(await ask(one)).toEqual(await ask(silent));
    const token = await linkTokenSentTo(one);
    const look = () => a.anyone().does(openPreRegistrationLink, { query: { token } });
    expect([await look(), await look()]).toEqual([{ valid: true }, { valid: true }]);
    expect(await confirm(token)).toEqual({ email: one, confirmed: true });
    expect(await look()).toEqual({ valid: false });
    await expect(confirm(token)).rejects.toMatchObject(invalid);
    const first = await operator.does(tellPreRegistrations, { body: {} });
    expect(first).toEqual({ told: 1, more: false });
    expect(await operator.does(tellPreRegistrations, { body: {} })).toEqual({ told: 0, more: false });
    const templates = async (email: string) => (await lettersTo(email)).map(({ template }) => template);
    expect(await templates(one)).toEqual(["pre-registration-confirm", "pre-registration-open"]);
    expect(await templates(silent)).toEqual(["pre-registration-confirm"]);
    const { data } = await operator.does(listPreRegistrations, { query: { q: "@early.test" } });
    expect(Object.fromEntries(data.map(({ email, status }) => [email, status]))).toEqual({
      [one]: "told",
      [silent]: "pending",
    });
  });

  it("S9 is confirmed by the newest link, within a day, once of many at the same time", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const email = "twice@early.test";
    await ask(email);
    const old = await linkTokenSentTo(email);
    await ask(email);
    await expect(confirm(old)).rejects.toMatchObject(invalid);
    const token = await linkTokenSentTo(email);
    const settled = await Promise.allSettled(Array.from({ length: 8 }, () => confirm(token)));
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
    await ask("late@early.test");
    clock.pass(24 * 60 * minute);
    await expect(confirm(await linkTokenSentTo("late@early.test"))).rejects.toMatchObject(invalid);
  });

  it("is told by several at once, and nobody twice", async () => {
    const [one, two] = [await a.operator(), await a.operator()];
    const emails = Array.from({ length: 6 }, (_, at) => `many-${at}@early.test`);
    for (const email of emails) {
      await ask(email);
      await confirm(await linkTokenSentTo(email));
    }
    await Promise.all([one, two].map((each) => each.does(tellPreRegistrations, { body: {} })));
    for (const email of emails) {
      const open = (await lettersTo(email)).filter(({ template }) => template === "pre-registration-open");
      expect(open.length, email).toBe(1);
    }
  });
});
