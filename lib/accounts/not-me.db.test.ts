import { describe, expect, it } from "vitest";
import { now } from "@/lib/core/clock";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { createMember } from "@/lib/laboratories/repository";
import { a, type Lab, type Member } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { lettersTo, linkTokenSentTo, resetLinkSentTo } from "@/tests/support/letters";
import { firstStep, shown, withPasskey, withTotp } from "@/tests/support/second-factors";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { askPasskeyToSignIn } from "./operations/ask-passkey-to-sign-in";
import { changeEmail } from "./operations/change-email";
import { changePassword } from "./operations/change-password";
import { confirmEmailChangeLink } from "./operations/confirm-email-change";
import { createApiKey } from "./operations/create-api-key";
import { login } from "./operations/login";
import { loginWithPasskey } from "./operations/login-with-passkey";
import { openNotMeLink, reportNotMe } from "./operations/report-not-me";
import { resetByLink } from "./operations/reset-by-link";
import { verifySecondStep } from "./operations/verify-second-step";

const stolen = "Plain-Harbour-93";
const own = "Quiet-Lantern-58";
const day = 24 * 3_600_000;

/** Somebody else has changed the password, and the notice has come. */
async function aVictim(): Promise<{ lab: Lab; tech: Member; token: string }> {
  const lab = await a.laboratory();
  const tech = await lab.member("technician");
  const body = { currentPassword: a.password, newPassword: stolen, newPasswordConfirm: stolen };
  await tech.does(changePassword, { body });
  return { lab, tech, token: await linkTokenSentTo(tech.email, "password-changed") };
}

const platform = { laboratoryId: null, accountId: null };

function setState({ accountId }: Member, state: "active" | "locked") {
  return inPlatform(platform, async (db) => {
    await db.account.update({ where: { id: accountId }, data: { state } });
  });
}

function appsOf({ accountId }: Member): Promise<number> {
  return inPlatform(platform, async (db) => await db.totp.count({ where: { accountId } }));
}

/** Somebody of one laboratory works in another as well. Answers who they are there. */
function alsoAdministrator({ accountId, email }: Member, { ref }: Lab): Promise<string> {
  return inPlatform({ laboratoryId: ref.id, accountId }, async (db) => {
    const at = { laboratoryId: ref.id, now: now(), displayName: "Ada Founder" };
    return (await createMember(db, { ...at, accountId, email, roles: ["administrator"] })).id;
  });
}

const report = (lab: Lab, token: string) => lab.anonymous().does(reportNotMe, { body: { token } });

describe("P4 “this was not me”", () => {
  it("changes nothing when it is looked at; when it is said, everything ends and the way back comes by mail", async () => {
    const { lab, tech, token } = await aVictim();
    const thief = await signIn(lab, tech.email, stolen);
    const looked = await lab.anonymous().does(openNotMeLink, { query: { token } });
    expect(looked).toEqual({ valid: true });
    expect((await bearer(thief.access, lab)).account?.id).toBe(tech.accountId);

    expect(await report(lab, token)).toEqual({ locked: false });
    await expect(bearer(thief.access, lab)).rejects.toMatchObject({ code: "session_ended" });
    await expect(signIn(lab, tech.email, stolen)).rejects.toMatchObject({ code: "unauthenticated" });
    const link = await resetLinkSentTo(tech.email);
    await lab.anonymous().does(resetByLink, { body: { ...link, newPassword: own, newPasswordConfirm: own } });
    expect((await signIn(lab, tech.email, own)).user.email).toBe(tech.email);
  });

  it("keeps what was seen, for the person and for operators", async () => {
    const { lab, tech, token } = await aVictim();
    await signIn(lab, tech.email, stolen, { device: "Thief's browser" });
    await report(lab, token);
    const [row, ...more] = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.suspicion.findMany({ where: { accountId: tech.accountId } });
    });
    expect(more).toEqual([]);
    expect(row).toMatchObject({ kind: "not_me", answer: "sessions_ended", state: "open" });
    expect(JSON.stringify(row?.evidence)).toContain("Thief's browser");
    expect(JSON.stringify(row?.evidence)).not.toContain(token);
  });

  it("S9 works once however many say it, on its host, for a week", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, token } = await aVictim();
    const foreign = a.anyone().does(reportNotMe, { body: { token } });
    await expect(foreign).rejects.toMatchObject({ code: "code_invalid" });
    const settled = await Promise.allSettled(Array.from({ length: 4 }, () => report(lab, token)));
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const late = await aVictim();
    clock.pass(7 * day);
    await expect(report(late.lab, late.token)).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("stops a change of address that somebody asked for", async () => {
    const { lab, tech, token } = await aVictim();
    const thiefs = "thief-one@evil.test";
    await tech.does(changeEmail, { body: { newEmail: thiefs, currentPassword: stolen } });
    await report(lab, token);
    const confirm = lab
      .anonymous()
      .does(confirmEmailChangeLink, { body: { token: await linkTokenSentTo(thiefs) } });
    await expect(confirm).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("locks the account when its address was changed lately, mails the new address nothing, and asks operators to look", async () => {
    const operator = await a.operator();
    const { lab, tech } = await aVictim();
    const thiefs = "thief-two@evil.test";
    await tech.does(changeEmail, { body: { newEmail: thiefs, currentPassword: stolen } });
    for (const mailbox of [tech.email, thiefs]) {
      const token = await linkTokenSentTo(mailbox, "confirm-email-change");
      await lab.anonymous().does(confirmEmailChangeLink, { body: { token } });
    }
    const before = (await lettersTo(thiefs)).length;
    expect(await report(lab, await linkTokenSentTo(tech.email, "email-changed"))).toEqual({ locked: true });
    expect(await lettersTo(thiefs)).toHaveLength(before);
    await expect(signIn(lab, thiefs, stolen)).rejects.toMatchObject({ code: "unauthenticated" });
    const account = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.account.findFirst({ where: { id: tech.accountId } });
    });
    expect(account).toMatchObject({ state: "locked", email: thiefs });
    expect((await lettersTo(operator.email)).at(-1)?.template).toBe("operator-notice");
    // The address that is the owner's for sure.
    const told = (await lettersTo(tech.email)).at(-1);
    expect(told).toMatchObject({ template: "account-moved", subject: "Your account is locked" });
    expect(told?.text.replace(/\s+/g, " ")).toContain("a change to it was not them");
  });

  it("takes away a passkey that came lately, which no new password would keep out, and locks the account", async () => {
    const { lab, tech, token } = await aVictim();
    const thiefs = await withPasskey(tech, "Thief's phone");
    const enter = async () => {
      const asked = await lab.anonymous().does(askPasskeyToSignIn, { body: {} });
      return lab.anonymous().does(loginWithPasskey, { body: thiefs.prove(asked) });
    };
    expect(await enter()).toHaveProperty("access");
    const before = (await lettersTo(tech.email)).filter(
      ({ template }) => template === "password-reset",
    ).length;
    expect(await report(lab, token)).toEqual({ locked: true });
    await expect(enter()).rejects.toMatchObject({ code: "unauthenticated" });
    // Nor when an operator has found out whose account it is.
    await setState(tech, "active");
    await expect(enter()).rejects.toMatchObject({ code: "unauthenticated" });
    // Whoever holds the mailbox alone is sent no way in past what was taken away.
    const letters = (await lettersTo(tech.email)).filter(({ template }) => template === "password-reset");
    expect(letters).toHaveLength(before);
    expect((await lettersTo(tech.email)).map(({ template }) => template)).toContain("account-moved");
  });

  it("takes away an app that came lately, and leaves one that the account has had for long", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const [one, two] = [await lab.member("technician"), await lab.member("technician")];
    await withTotp(one);
    const body = { currentPassword: a.password, newPassword: stolen, newPasswordConfirm: stolen };
    await one.does(changePassword, { body });
    expect(await report(lab, await linkTokenSentTo(one.email, "password-changed"))).toEqual({ locked: true });
    expect(await appsOf(one)).toBe(0);

    const { secret } = await withTotp(two);
    clock.pass(8 * day);
    const { mfaToken } = await firstStep(lab, two.email);
    const said = await lab.anonymous().does(verifySecondStep, { body: { mfaToken, code: shown(secret) } });
    await answer(changePassword, await bearer(entered(said).access, lab), { body });
    expect(await report(lab, await linkTokenSentTo(two.email, "password-changed"))).toEqual({
      locked: false,
    });
    expect(await appsOf(two)).toBe(1);
  });

  it("revokes API keys that came lately, wherever they were made and it is said, and tells each laboratory its own", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const [lab, other] = [await a.laboratory(), await a.laboratory()];
    const admin = lab.administrator;
    const elsewhere = await alsoAdministrator(admin, other);
    const enter = async (at: Lab) => bearer((await signIn(at, admin.email)).access, at);
    const make = async (name: string, at: Lab) =>
      answer(createApiKey, await enter(at), { body: { name, scopes: ["catalogue:read"] } });
    const old = await make("Old", lab);
    const colleagues = await other.administrator.does(createApiKey, {
      body: { name: "Colleague’s", scopes: ["catalogue:read"] },
    });
    clock.pass(8 * day);
    const here = await make("Thief’s", lab);
    const there = await make("Thief’s too", other);
    const body = { currentPassword: a.password, newPassword: stolen, newPasswordConfirm: stolen };
    await answer(changePassword, await enter(lab), { body });
    await report(lab, await linkTokenSentTo(admin.email, "password-changed"));

    const works = (key: string, at: Lab) =>
      bearer(key, at).then(
        () => true,
        () => false,
      );
    expect([await works(old.key, lab), await works(here.key, lab)]).toEqual([true, false]);
    expect([await works(colleagues.key, other), await works(there.key, other)]).toEqual([true, false]);
    const trailOf = (at: Lab) =>
      inLaboratory(at.ref.id, null, async (db) => {
        const events = await db.auditEvent.findMany({ where: { action: "account.disowned" } });
        return events.map(({ actorId, details }) => ({ actorId, details }));
      });
    expect(await trailOf(other)).toEqual([
      { actorId: elsewhere, details: { keysRevoked: [{ name: "Thief’s too", prefix: there.prefix }] } },
    ]);
    const told = JSON.stringify(await trailOf(lab));
    expect(told).toContain(here.prefix);
    expect(told).not.toContain(there.prefix);
  });

  it("revokes them when it is said at the root address as well", async () => {
    const lab = await a.laboratory();
    const { administrator } = lab;
    const made = await administrator.does(createApiKey, {
      body: { name: "Any", scopes: ["catalogue:read"] },
    });
    const body = { currentPassword: a.password, newPassword: stolen, newPasswordConfirm: stolen };
    const root = { kind: "root" } as const;
    const said = await a
      .anyone(root)
      .does(login, { body: { identifier: administrator.email, password: a.password } });
    await answer(changePassword, await bearer(entered(said).access, root), { body });
    const token = await linkTokenSentTo(administrator.email, "password-changed");
    await a.anyone(root).does(reportNotMe, { body: { token } });
    await expect(bearer(made.key, lab)).rejects.toMatchObject({ code: "unauthenticated" });
    const events = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { action: "account.disowned" } });
    });
    expect(events).toHaveLength(1);
  });
});
