import { describe, expect, it, vi } from "vitest";
import type { Problem } from "@/lib/core/problem";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { codeSentTo, lettersTo, resetLinkSentTo } from "@/tests/support/letters";
import { send } from "@/tests/support/request";
import { bearer, signIn } from "@/tests/support/signed-in";
import { login } from "./operations/login";
import { checkResetLink, openResetLink } from "./operations/open-reset-link";
import { refreshTokens } from "./operations/refresh-tokens";
import { forgotPassword, requestPasswordReset } from "./operations/request-password-reset";
import { resetByCode } from "./operations/reset-by-code";
import { resetByLink } from "./operations/reset-by-link";

// Tries beyond any limit are what this file is about; limits are told elsewhere.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

const fresh = "Plain-Harbour-93";
const twice = (password = fresh) => ({ newPassword: password, newPasswordConfirm: password });
const platform = { laboratoryId: null, accountId: null };

const ask = (lab: Lab, email: string) => lab.anonymous().does(requestPasswordReset, { body: { email } });
const confirm = (lab: Lab, link: { uid: string; token: string }, password = fresh) =>
  lab.anonymous().does(resetByLink, { body: { ...link, ...twice(password) } });
const type = (lab: Lab, email: string, code: string, password = fresh) =>
  lab.anonymous().does(resetByCode, { body: { email, code, ...twice(password) } });

/** Six digits that are not these. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function aForgetful(): Promise<{ lab: Lab; tech: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician") };
}

/** Everything an outsider sees of an answer or a refusal. */
function seen(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    (value) => ({ value }),
    ({ code, message, status, extras }: Problem) => ({ code, message, status, extras }),
  );
}

const codes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((each) => (each.status === "fulfilled" ? "done" : each.reason.code)).sort();

describe("M1 a new password, at a laboratory", () => {
  it("M3 M6 is set with the link, which works once; the new one signs in, the old one does not, and a notice says so", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email.toUpperCase());
    const [letter] = await lettersTo(tech.email);
    expect(letter?.template).toBe("password-reset");
    const link = await resetLinkSentTo(tech.email);
    expect(await lab.anonymous().does(checkResetLink, { params: link })).toEqual({ valid: true });

    await confirm(lab, link);
    await expect(signIn(lab, tech.email)).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await signIn(lab, tech.email, fresh)).user.email).toBe(tech.email);
    expect((await lettersTo(tech.email)).map(({ template }) => template)).toContain("password-changed");

    expect(await lab.anonymous().does(checkResetLink, { params: link })).toEqual({ valid: false });
    await expect(confirm(lab, link, "Other-Harbour-93")).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("P6 is set with the code, and using either ends both", async () => {
    const { lab, tech } = await aForgetful();
    await lab.anonymous().does(forgotPassword, { body: { email: tech.email } });
    const [code, link] = [await codeSentTo(tech.email), await resetLinkSentTo(tech.email)];
    await type(lab, tech.email, code);
    expect((await signIn(lab, tech.email, fresh)).user.email).toBe(tech.email);
    await expect(confirm(lab, link)).rejects.toMatchObject({ code: "code_invalid" });

    await ask(lab, tech.email);
    const next = await codeSentTo(tech.email);
    await confirm(lab, await resetLinkSentTo(tech.email), "Other-Harbour-93");
    await expect(type(lab, tech.email, next)).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("M3 has a link for 24 hours and a code for ten minutes", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const [code, link] = [await codeSentTo(tech.email), await resetLinkSentTo(tech.email)];
    clock.set("2026-11-20T08:10:00Z");
    await expect(type(lab, tech.email, code)).rejects.toMatchObject({ code: "code_invalid" });
    clock.set("2026-11-21T07:59:59Z");
    expect(await lab.anonymous().does(checkResetLink, { params: link })).toEqual({ valid: true });
    clock.set("2026-11-21T08:00:00Z");
    await expect(confirm(lab, link)).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("M3 has to be strong for its owner and for the strictest of their laboratories, and a weak one spends nothing", async () => {
    const [lab, strict] = [await a.laboratory(), await a.laboratory()];
    const tech = await lab.member("technician", { name: "Thomasina Bench" });
    await inPlatform({ laboratoryId: strict.ref.id, accountId: tech.accountId }, async (db) => {
      await db.laboratory.update({ where: { id: strict.ref.id }, data: { passwordLengthMin: 18 } });
      const { id, ...member } = {
        ...(await db.member.findFirstOrThrow({ where: { accountId: tech.accountId } })),
      };
      await db.member.create({
        data: { ...member, id: strict.administrator.accountId, laboratoryId: strict.ref.id },
      });
    });
    await ask(lab, tech.email);
    const [code, link] = [await codeSentTo(tech.email), await resetLinkSentTo(tech.email)];
    const page = await lab.anonymous().does(openResetLink, { params: link });
    expect(page).toEqual({ valid: true, email: tech.email, lengthMin: 18 });
    for (const weak of ["short", fresh, "Thomasina-Lantern-58", "Password123!Password123!"]) {
      const refused = { code: "validation_failed", extras: { errors: { newPassword: expect.any(Array) } } };
      await expect(confirm(lab, link, weak), weak).rejects.toMatchObject(refused);
      await expect(type(lab, tech.email, code, weak), weak).rejects.toMatchObject(refused);
    }
    const unlike = { ...link, newPassword: fresh, newPasswordConfirm: "Plain-Harbour-94" };
    await expect(lab.anonymous().does(resetByLink, { body: unlike })).rejects.toMatchObject({
      extras: { errors: { newPasswordConfirm: ["The two passwords are not the same."] } },
    });
    await confirm(lab, link, "Plain-Harbour-93-Lantern");
  });

  it("M1 is for its members alone: others' mailboxes stay empty", async () => {
    const [{ lab, tech }, next] = [await aForgetful(), await a.laboratory()];
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.member.updateMany({ where: { accountId: tech.accountId }, data: { state: "removed" } });
    });
    for (const email of [tech.email, next.administrator.email, "nobody@nowhere.test"]) {
      await ask(lab, email);
      expect(await lettersTo(email), email).toEqual([]);
    }
  });

  it("T4 is tracked: who asked from where, and what became of it", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    await ask(lab, "nobody@nowhere.test");
    await ask(lab, tech.email);
    await confirm(lab, await resetLinkSentTo(tech.email));
    const rows = await inPlatform(platform, async (db) => {
      const where = { laboratoryId: lab.ref.id };
      return await db.passwordReset.findMany({ where, orderBy: { createdAt: "asc" } });
    });
    expect(
      rows.map(({ email, accountId, endedBy, device }) => ({ email, accountId, endedBy, device })),
    ).toEqual([
      { email: tech.email, accountId: tech.accountId, endedBy: "superseded", device: "A test" },
      { email: "nobody@nowhere.test", accountId: null, endedBy: null, device: "A test" },
      { email: tech.email, accountId: tech.accountId, endedBy: "link", device: "A test" },
    ]);
    const events = await inLaboratory(lab.ref.id, null, async (db) => {
      const where = { action: { in: ["account.reset_requested", "account.password_reset"] } };
      return await db.auditEvent.findMany({ where, orderBy: { id: "asc" } });
    });
    expect(events.map(({ action, outcome, recordId }) => [action, outcome, recordId])).toEqual([
      ["account.reset_requested", "done", tech.accountId],
      ["account.reset_requested", "done", null],
      ["account.reset_requested", "done", tech.accountId],
      ["account.password_reset", "done", tech.accountId],
    ]);
  });
});

describe("M2 a new password, on the learning portal", () => {
  it.each([{ kind: "learn" }, { kind: "root" }] as const)("is set by any account at $kind", async (place) => {
    const { lab, tech } = await aForgetful();
    const visitor = a.anyone(place);
    await visitor.does(requestPasswordReset, { body: { email: tech.email } });
    const link = await resetLinkSentTo(tech.email);
    const [letter] = await lettersTo(tech.email);
    expect(letter?.text).toContain(`${visitor.actor.from.origin}/reset-password/${link.uid}/${link.token}`);
    await visitor.does(resetByLink, { body: { ...link, ...twice() } });
    expect((await signIn(lab, tech.email, fresh)).user.email).toBe(tech.email);
  });
});

describe("S9 a link", () => {
  it("is not spent by being looked at, however often scanners of mail do", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const link = await resetLinkSentTo(tech.email);
    for (let times = 0; times < 5; times += 1) {
      expect(await lab.anonymous().does(checkResetLink, { params: link })).toEqual({ valid: true });
      await lab.anonymous().does(openResetLink, { params: link });
    }
    await confirm(lab, link);
  });

  it("is followed by one of many at the same time", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const link = await resetLinkSentTo(tech.email);
    const settled = await Promise.allSettled(
      Array.from({ length: 6 }, (_, each) => confirm(lab, link, `Plain-Harbour-9${each}!`)),
    );
    expect(codes(settled)).toEqual([...Array(5).fill("code_invalid"), "done"]);
    const winner = settled.findIndex(({ status }) => status === "fulfilled");
    expect((await signIn(lab, tech.email, `Plain-Harbour-9${winner}!`)).user.email).toBe(tech.email);
    expect(
      (await lettersTo(tech.email)).filter(({ template }) => template === "password-changed"),
    ).toHaveLength(1);
  });

  it("is killed by a newer one, also one that was asked for at the same moment", async () => {
    const { lab, tech } = await aForgetful();
    await Promise.all(Array.from({ length: 4 }, () => ask(lab, tech.email)));
    const links = (await lettersTo(tech.email)).map(({ text }) => {
      const [, uid = "", token = ""] = /\/reset-password\/([\w-]+)\/([\w-]+)/.exec(text) ?? [];
      return { uid, token };
    });
    const valid = await Promise.all(links.map((params) => lab.anonymous().does(checkResetLink, { params })));
    expect(valid.filter((each) => each.valid)).toHaveLength(1);
  });

  it("S6 works on the host that it was asked for at, and on no other", async () => {
    const [{ lab, tech }, next] = [await aForgetful(), await a.laboratory()];
    await ask(lab, tech.email);
    const [code, link] = [await codeSentTo(tech.email), await resetLinkSentTo(tech.email)];
    for (const stranger of [next.anonymous(), a.anyone(), a.anyone({ kind: "learn" })]) {
      const { host } = stranger.actor.from;
      expect(await stranger.does(checkResetLink, { params: link }), host).toEqual({ valid: false });
      const refused = { code: "code_invalid" };
      const byLink = stranger.does(resetByLink, { body: { ...link, ...twice() } });
      await expect(byLink, host).rejects.toMatchObject(refused);
      const byCode = stranger.does(resetByCode, { body: { email: tech.email, code, ...twice() } });
      await expect(byCode, host).rejects.toMatchObject(refused);
    }
    await confirm(lab, link);
  });

  it("that is no link, or another's, is not good", async () => {
    const { lab, tech } = await aForgetful();
    const colleague = await lab.member("cashier");
    await ask(lab, tech.email);
    await ask(lab, colleague.email);
    const [mine, theirs] = [await resetLinkSentTo(tech.email), await resetLinkSentTo(colleague.email)];
    for (const link of [
      { uid: "not-an-id", token: mine.token },
      { uid: mine.uid, token: theirs.token },
      { uid: theirs.uid, token: mine.token },
      { uid: mine.uid, token: mine.token.toLowerCase() },
    ]) {
      expect(await lab.anonymous().does(checkResetLink, { params: link })).toEqual({ valid: false });
      await expect(confirm(lab, link)).rejects.toMatchObject({ code: "code_invalid" });
    }
  });
});

describe("S9 a password that was set anew", () => {
  it("ends all sessions, tokens, devices and begun sign-ins, forgets wrong passwords, keeps the second factor, and signs nobody in", async () => {
    const { lab, tech } = await aForgetful();
    const program = await signIn(lab, tech.email);
    for (let times = 0; times < 7; times += 1) await seen(signIn(lab, tech.email, "Wrong-password-77"));
    await inPlatform(platform, async (db) => {
      await db.totp.create({
        data: { accountId: tech.accountId, secretJwe: "kept", confirmedAt: new Date() },
      });
      const { host } = lab.anonymous().actor.from;
      const device = { accountId: tech.accountId, host, key: "k", name: "Firefox on Linux" };
      await db.device.create({ data: { id: tech.memberId, ...device } });
    });
    await ask(lab, tech.email);
    expect(await confirm(lab, await resetLinkSentTo(tech.email))).toBeUndefined();

    await expect(bearer(program.access, lab)).rejects.toMatchObject({ code: "session_ended" });
    const refresh = lab.anonymous().does(refreshTokens, { body: { refresh: program.refresh } });
    await expect(refresh).rejects.toMatchObject({ code: "session_ended" });
    const left = await inPlatform({ ...platform, laboratoryId: lab.ref.id }, async (db) => {
      const { accountId } = tech;
      return {
        sessions: await db.session.count({ where: { accountId, endedAt: null } }),
        devices: await db.device.count({ where: { accountId, endedAt: null } }),
        totp: await db.totp.findFirst({ where: { accountId }, select: { secretJwe: true } }),
      };
    });
    expect(left).toEqual({ sessions: 0, devices: 0, totp: { secretJwe: "kept" } });
    // Neither locked out by what was tried before, nor let in without the second factor.
    const entered = await lab.anonymous().does(login, { body: { email: tech.email, password: fresh } });
    expect(entered).toMatchObject({ mfaRequired: true, methods: ["totp"] });
  });
});

describe("S8 a code", () => {
  it("is wrong after five tries, also when it is right, and a new one inherits what was tried", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const code = await codeSentTo(tech.email);
    const refused = await seen(type(lab, tech.email, wrong(code)));
    for (let times = 1; times < 5; times += 1) {
      expect(await seen(type(lab, tech.email, wrong(code)))).toEqual(refused);
    }
    expect(await seen(type(lab, tech.email, code))).toEqual(refused);
    await ask(lab, tech.email);
    expect(await seen(type(lab, tech.email, await codeSentTo(tech.email)))).toEqual(refused);
    // Whoever reads the mail has the link.
    await confirm(lab, await resetLinkSentTo(tech.email));
  });

  it("is tried five times by twenty at once", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const code = await codeSentTo(tech.email);
    const guesses = Array.from({ length: 20 }, () => type(lab, tech.email, wrong(code)));
    expect(codes(await Promise.allSettled(guesses))).toEqual(Array(20).fill("code_invalid"));
    const spent = await inPlatform(platform, async (db) => {
      return await db.passwordReset.findFirst({ where: { accountId: tech.accountId } });
    });
    expect(spent?.triesSpent).toBe(5);
    await expect(type(lab, tech.email, code)).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("that is right sets one password, however many send it at the same time", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const code = await codeSentTo(tech.email);
    const settled = await Promise.allSettled(Array.from({ length: 5 }, () => type(lab, tech.email, code)));
    expect(codes(settled)).toEqual([...Array(4).fill("code_invalid"), "done"]);
  });

  it("is bound to its person", async () => {
    const { lab, tech } = await aForgetful();
    const colleague = await lab.member("cashier");
    await ask(lab, tech.email);
    await ask(lab, colleague.email);
    const code = await codeSentTo(tech.email);
    await expect(type(lab, colleague.email, code)).rejects.toMatchObject({ code: "code_invalid" });
    await type(lab, tech.email, code);
  });
});

describe("S16 silence", () => {
  it("answers a request alike whether it is a member's, a stranger's, a locked account's or nobody's", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const [{ lab, tech }, next] = [await aForgetful(), await a.laboratory()];
    const locked = await lab.member("technician");
    await inPlatform(platform, async (db) => {
      await db.account.update({ where: { id: locked.accountId }, data: { state: "locked" } });
    });
    const asked = [tech.email, next.administrator.email, locked.email, "nobody@nowhere.test"];
    const host = lab.anonymous().actor.from.host;
    const answers = await Promise.all(
      asked.map(async (email) => {
        const headers = { "x-request-id": "the-same-for-all" };
        const said = await send(requestPasswordReset, { host, body: { email }, headers });
        return JSON.stringify([said.status, [...said.headers], (await said.text()).replace(email, "·")]);
      }),
    );
    expect(answers[0]).toContain("202");
    for (const each of answers) expect(each).toBe(answers[0]);
    expect(await lettersTo(locked.email)).toEqual([]);
  });

  it("answers a wrong code alike for a member, a stranger and nobody, whatever the new password is like", async () => {
    const [{ lab, tech }, next] = [await aForgetful(), await a.laboratory()];
    await ask(lab, tech.email);
    const code = await codeSentTo(tech.email);
    for (const password of [fresh, "short", `${tech.email.split("@")[0]}-A7`]) {
      const refusals = [];
      for (const email of [tech.email, next.administrator.email, "nobody@nowhere.test"]) {
        refusals.push(await seen(type(lab, email, wrong(code), password)));
      }
      for (const each of refusals) expect(each).toEqual(refusals[0]);
    }
  });
});

describe("S7 S18 what a request leaves behind", () => {
  it("keeps neither token nor code as they are", async () => {
    const { lab, tech } = await aForgetful();
    await ask(lab, tech.email);
    const [code, { token }] = [await codeSentTo(tech.email), await resetLinkSentTo(tech.email)];
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const stored = JSON.stringify(
      await inPlatform({ ...platform, laboratoryId: lab.ref.id }, async (db) => [
        await db.passwordReset.findMany(),
        await db.session.findMany(),
        await db.sql("select * from outbox"),
      ]),
    );
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(`"${code}"`);
    const trail = await inLaboratory(lab.ref.id, null, async (db) => await db.auditEvent.findMany());
    expect(JSON.stringify(trail)).not.toContain(token);
    expect((await lettersTo(tech.email))[0]?.subject).not.toContain(code);
  });

  it("builds the link from what is known, whatever a request says its host is", async () => {
    const { lab, tech } = await aForgetful();
    const { host, origin } = lab.anonymous().actor.from;
    const said = await send(requestPasswordReset, {
      host,
      body: { email: tech.email },
      headers: {
        "x-forwarded-host": "evil.test",
        "x-forwarded-proto": "gopher",
        "x-original-host": "evil.test",
        forwarded: "host=evil.test;proto=https",
        origin: "https://evil.test",
        referer: "https://evil.test/forgot-password",
      },
    });
    expect(said.status).toBe(202);
    const [letter] = await lettersTo(tech.email);
    expect(letter?.text).toContain(`\n${origin}/reset-password/`);
    expect(`${letter?.text}${letter?.html}`).not.toContain("evil.test");
    const foreign = await send(requestPasswordReset, { host: "evil.test", body: { email: tech.email } });
    expect(foreign.status).toBe(404);
    expect(await lettersTo(tech.email)).toHaveLength(1);
  });
});
