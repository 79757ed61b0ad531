import { describe, expect, it } from "vitest";
import { askPasskeyToSignIn } from "@/lib/accounts/operations/ask-passkey-to-sign-in";
import { changeEmail } from "@/lib/accounts/operations/change-email";
import { changePassword } from "@/lib/accounts/operations/change-password";
import { confirmEmailChangeLink } from "@/lib/accounts/operations/confirm-email-change";
import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { loginWithPasskey } from "@/lib/accounts/operations/login-with-passkey";
import { readMe } from "@/lib/accounts/operations/read-me";
import { reportNotMe } from "@/lib/accounts/operations/report-not-me";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { resetByLink } from "@/lib/accounts/operations/reset-by-link";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { listPlatformEvents } from "@/lib/audit/operations/list-platform-events";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import type { Authenticator } from "@/tests/support/authenticator";
import { codeSentTo, lettersTo, linkTokenSentTo, resetLinkSentTo } from "@/tests/support/letters";
import { withPasskey, withTotp } from "@/tests/support/second-factors";
import { bearer, signIn } from "@/tests/support/signed-in";
import { disableAccount } from "./operations/disable-account";
import { openAccount } from "./operations/open-account";
import { restoreEmail } from "./operations/restore-email";

const stolen = "Plain-Harbour-93";
const own = "Quiet-Lantern-58";
const reason = "She came with her passport.";
const day = 24 * 3_600_000;
const anywhere = { laboratoryId: null, accountId: null };
const refused = (code: string) => expect.objectContaining({ code });
const addressOf = (whose: string) => `${whose}-${newId()}@elsewhere.test`;
const of = ({ accountId }: Member) => ({ params: { accountId } });

/** Whoever holds the session and both mailboxes gives the account another address. */
async function move(lab: Lab, who: Member, to: string, currentPassword: string): Promise<void> {
  const { email } = await who.does(readMe);
  await who.does(changeEmail, { body: { newEmail: to, currentPassword } });
  for (const mailbox of [email, to]) {
    const token = await linkTokenSentTo(mailbox, "confirm-email-change");
    await lab.anonymous().does(confirmEmailChangeLink, { body: { token } });
  }
}

/** A thief who has somebody's session changes the password, and then the address. */
async function aTheft() {
  const lab = await a.laboratory();
  const owner = await lab.member("technician");
  const thiefs = addressOf("thief");
  const body = { currentPassword: a.password, newPassword: stolen, newPasswordConfirm: stolen };
  await owner.does(changePassword, { body });
  await move(lab, owner, thiefs, stolen);
  return { lab, owner, thiefs, operator: await a.operator() };
}

type Theft = Awaited<ReturnType<typeof aTheft>>;

async function giveBack({ operator, owner }: Pick<Theft, "operator" | "owner">, nth = 0, ifMatch?: number) {
  const { addressChanges } = await operator.does(openAccount, of(owner));
  const changeId = addressChanges[nth]?.id ?? newId();
  return operator.does(restoreEmail, {
    ...of(owner),
    body: { changeId, reason },
    ...(ifMatch && { ifMatch }),
  });
}

async function byPasskey(lab: Lab, key: Authenticator) {
  const asked = await lab.anonymous().does(askPasskeyToSignIn, { body: {} });
  return lab.anonymous().does(loginWithPasskey, { body: key.prove(asked) });
}

const choose = async (link: { uid: string; token: string }, at = a.anyone()) =>
  at.does(resetByLink, { body: { ...link, newPassword: own, newPasswordConfirm: own } });
const templates = async (to: string) => (await lettersTo(to)).map(({ template }) => template);

describe("T5 a stolen account", () => {
  it("is given back when its owner said that it was not them: the owner sets a password by mail, and is in", async () => {
    const { lab, owner, thiefs, operator } = await aTheft();
    const thief = await signIn(lab, thiefs, stolen);
    const token = await linkTokenSentTo(owner.email, "email-changed");
    expect(await lab.anonymous().does(reportNotMe, { body: { token } })).toEqual({ locked: true });

    const seen = await operator.does(openAccount, of(owner));
    expect(seen).toMatchObject({ state: "locked", email: thiefs });
    expect(seen.addressChanges).toEqual([
      expect.objectContaining({
        ...{ by: "owner", from: owner.email, to: thiefs, place: `${lab.ref.slug}.lims.test` },
        ...{ ip: owner.actor.from.ip, device: owner.actor.from.device, restorable: true },
      }),
    ]);
    const given = await giveBack({ operator, owner }, 0, seen.version);
    expect(given).toMatchObject({
      state: "active",
      stateReason: null,
      email: owner.email,
      emailVerified: true,
    });
    expect(given).toMatchObject({ publicId: seen.publicId, sessions: [], devices: [] });
    const [undoing] = given.addressChanges;
    expect(undoing).toMatchObject({ by: "operator", from: thiefs, to: owner.email, ip: null, device: null });

    await expect(bearer(thief.access, lab)).rejects.toMatchObject({ code: "session_ended" });
    for (const name of [thiefs, owner.email]) {
      for (const password of [stolen, a.password]) {
        await expect(signIn(lab, name, password)).rejects.toMatchObject({ code: "unauthenticated" });
      }
    }
    expect((await templates(owner.email)).slice(-2)).toEqual(["address-given-back", "password-reset"]);
    await choose(await resetLinkSentTo(owner.email));
    expect((await signIn(lab, owner.email, own)).user).toMatchObject({ email: owner.email });
    const member = await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      return await db.member.findFirst({ where: { accountId: owner.accountId } });
    });
    expect(member?.email).toBe(owner.email);
  });

  it("opens to nothing that its thief had begun while it was theirs: session, passkey, app, codes, links", async () => {
    const { lab, owner, thiefs, operator } = await aTheft();
    const thief = await signIn(lab, thiefs, stolen);
    const key = await withPasskey(owner, "Thief's phone");
    expect(await byPasskey(lab, key)).toHaveProperty("access");
    await withTotp(owner);
    await lab.anonymous().does(requestPasswordReset, { body: { email: thiefs } });
    const reset = await resetLinkSentTo(thiefs);
    await lab.anonymous().does(requestSignInCode, { body: { email: thiefs } });
    const code = await codeSentTo(thiefs);
    const disowning = await linkTokenSentTo(thiefs, "security-changed");
    const further = addressOf("further");
    await owner.does(changeEmail, { body: { newEmail: further, currentPassword: stolen } });
    const onward = await linkTokenSentTo(further, "confirm-email-change");

    expect(await giveBack({ operator, owner })).toMatchObject({ secondFactors: [], recoveryCodesLeft: 0 });

    await expect(bearer(thief.access, lab)).rejects.toEqual(refused("session_ended"));
    await expect(signIn(lab, owner.email, stolen)).rejects.toEqual(refused("unauthenticated"));
    await expect(byPasskey(lab, key)).rejects.toEqual(refused("unauthenticated"));
    await expect(choose(reset, lab.anonymous())).rejects.toEqual(refused("code_invalid"));
    await expect(lab.anonymous().does(signInByCode, { body: { email: thiefs, code } })).rejects.toEqual(
      refused("code_invalid"),
    );
    // It would have closed the account once more.
    await expect(lab.anonymous().does(reportNotMe, { body: { token: disowning } })).rejects.toEqual(
      refused("code_invalid"),
    );
    await expect(lab.anonymous().does(confirmEmailChangeLink, { body: { token: onward } })).rejects.toEqual(
      refused("code_invalid"),
    );
    const before = (await lettersTo(thiefs)).length;
    await lab.anonymous().does(requestPasswordReset, { body: { email: thiefs } });
    await lab.anonymous().does(requestSignInCode, { body: { email: thiefs } });
    expect(await lettersTo(thiefs)).toHaveLength(before);

    await choose(await resetLinkSentTo(owner.email));
    expect((await signIn(lab, owner.email, own)).user.email).toBe(owner.email);
  });

  it("S9 does not let in a link that was on its way to the other mailbox meanwhile", async () => {
    const { lab, owner, thiefs, operator } = await aTheft();
    await lab.anonymous().does(requestPasswordReset, { body: { email: thiefs } });
    const reset = await resetLinkSentTo(thiefs);
    await giveBack({ operator, owner });
    // As if its row had been written a moment later.
    await inPlatform(anywhere, (db) =>
      db.passwordReset.updateMany({ where: { id: reset.uid }, data: { endedAt: null, endedBy: null } }),
    );
    await expect(choose(reset, lab.anonymous())).rejects.toEqual(refused("code_invalid"));
  });

  it("keeps the passkey that it had long before, and loses one of the days before the change", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const owner = await lab.member("technician");
    const good = await withPasskey(owner, "Owner's laptop");
    clock.pass(30 * day);
    await renewSession(owner);
    const bad = await withPasskey(owner, "Thief's phone");
    clock.pass(3 * day);
    await renewSession(owner);
    await move(lab, owner, addressOf("thief"), a.password);
    await giveBack({ operator: await a.operator(), owner });
    expect(await byPasskey(lab, good)).toHaveProperty("access");
    await expect(byPasskey(lab, bad)).rejects.toEqual(refused("unauthenticated"));
  });

  it("loses the API keys that were made in its name, and their laboratory finds an operator in its trail", async () => {
    const lab = await a.laboratory();
    const owner = await lab.member("administrator");
    const { key } = await owner.does(createApiKey, { body: { name: "Booking", scopes: ["patient:read"] } });
    expect((await bearer(key, lab)).kind).toBe("key");
    await move(lab, owner, addressOf("thief"), a.password);
    await giveBack({ operator: await a.operator(), owner });
    await expect(bearer(key, lab)).rejects.toEqual(refused("unauthenticated"));
    const trail = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { action: "account.email_restored" } });
    });
    expect(trail).toEqual([
      expect.objectContaining({ actorId: null, actorName: "Operator", outcome: "done" }),
    ]);
  });

  it("tells the mailbox that it leaves neither where it went nor a way to do something about it", async () => {
    const { owner, thiefs, operator } = await aTheft();
    await giveBack({ operator, owner });
    const letter = (await lettersTo(thiefs)).at(-1);
    expect(letter).toMatchObject({ template: "address-given-back" });
    expect(letter?.text).not.toContain(owner.email);
    expect(letter?.text).not.toMatch(/not-me|reset-password|forgot-password|token=/);
    expect(letter?.text).not.toContain(reason);
  });

  it("is given back as disabled as it was, and mailed no way in then", async () => {
    const { owner, operator } = await aTheft();
    await operator.does(disableAccount, { ...of(owner), body: { reason } });
    const before = await templates(owner.email);
    expect(await giveBack({ operator, owner })).toMatchObject({ state: "disabled", email: owner.email });
    expect(await templates(owner.email)).toEqual(before);
  });
});

describe("P11 an earlier address", () => {
  it("is any of the last 90 days, of this account, and giving it back can be undone", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, owner, operator } = await aTheft();
    const third = addressOf("third");
    clock.pass(60_000);
    await move(lab, owner, third, stolen);
    clock.pass(60_000);
    // Past the thief's second address, to the owner's own.
    expect((await giveBack({ operator, owner }, 1)).email).toBe(owner.email);
    clock.pass(60_000);
    const undone = await giveBack({ operator, owner }, 0);
    expect(undone.email).toBe(third);
    expect(undone.addressChanges.map(({ by, restorable }) => [by, restorable])).toEqual([
      ["operator", true],
      ["operator", false],
      ["owner", true],
      ["owner", true],
    ]);

    const other = await aTheft();
    const [foreign] = (await operator.does(openAccount, of(other.owner))).addressChanges;
    const body = { changeId: foreign?.id, reason };
    await expect(operator.does(restoreEmail, { ...of(owner), body })).rejects.toEqual(
      refused("validation_failed"),
    );
    const nobody = { params: { accountId: newId() }, body };
    await expect(operator.does(restoreEmail, nobody)).rejects.toEqual(refused("not_found"));
    clock.pass(91 * day);
    const late = await a.operator();
    expect((await late.does(openAccount, of(other.owner))).addressChanges).toEqual([]);
    await expect(late.does(restoreEmail, { ...of(other.owner), body })).rejects.toEqual(
      refused("validation_failed"),
    );
  });

  it("is refused when another account has it by now, or it is the account's already; then nothing changes", async () => {
    const { lab, owner, thiefs, operator } = await aTheft();
    await lab.member("cashier", { email: owner.email });
    const before = await operator.does(openAccount, of(owner));
    await expect(giveBack({ operator, owner })).rejects.toMatchObject({
      ...{ code: "already_exists" },
      message: expect.stringContaining("Another account has this address by now"),
    });
    const after = await operator.does(openAccount, of(owner));
    expect(after).toMatchObject({ version: before.version, email: thiefs, sessions: before.sessions });
    expect((await signIn(lab, thiefs, stolen)).user.email).toBe(thiefs);

    const second = await aTheft();
    await giveBack(second);
    await expect(giveBack(second, 1)).rejects.toEqual(refused("illegal_move"));
  });

  it("is given back for a reason, once by two operators, and the trail keeps who and why and no address", async () => {
    const { owner, thiefs, operator } = await aTheft();
    const { version, addressChanges } = await operator.does(openAccount, of(owner));
    const changeId = addressChanges[0]?.id;
    for (const body of [{ changeId }, { changeId, reason: "  " }]) {
      await expect(operator.does(restoreEmail, { ...of(owner), body })).rejects.toEqual(
        refused("validation_failed"),
      );
    }
    await giveBack({ operator, owner }, 0, version);
    await expect(giveBack({ operator, owner }, 0, version)).rejects.toEqual(refused("precondition_failed"));
    const { data } = await operator.does(listPlatformEvents, { query: { action: "account.email_restored" } });
    const event = data.find(({ recordId, outcome }) => recordId === owner.accountId && outcome === "done");
    expect(event).toMatchObject({
      actor: { id: operator.accountId, name: "Olga Operator" },
      details: { reason, changeId },
    });
    expect(JSON.stringify(event)).not.toContain(thiefs);
    expect(JSON.stringify(event)).not.toContain(owner.email);
  });

  it("S3 S15 asks the operator for a sign-in of the last hour, and shows them no secret", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { owner, operator } = await aTheft();
    const told = JSON.stringify(await operator.does(openAccount, of(owner)));
    clock.pass(3_600_000);
    await expect(giveBack({ operator, owner })).rejects.toEqual(refused("reauthentication_required"));
    const given = JSON.stringify(await giveBack({ operator: await a.operator(), owner }));
    const { uid, token } = await resetLinkSentTo(owner.email);
    const rows = await inPlatform(anywhere, async (db) => {
      return await db.emailChange.findMany({ where: { accountId: owner.accountId } });
    });
    const secrets = rows.flatMap(({ oldTokenHash, newTokenHash }) => [oldTokenHash, newTokenHash]);
    expect(secrets).toHaveLength(4);
    for (const secret of [...secrets, uid, token]) expect(`${told}${given}`).not.toContain(secret);
  });

  it("is nobody's own to give back", async () => {
    const { operator } = await aTheft();
    const id = newId();
    await inPlatform(anywhere, (db) =>
      db.emailChange.create({
        data: {
          ...{ id, accountId: operator.accountId, host: "lims.test", oldEmail: addressOf("former") },
          ...{ newEmail: operator.email, newEmailKey: operator.email, oldTokenHash: "x", newTokenHash: "y" },
          ...{ createdAt: new Date(), expiresAt: new Date(), endedAt: new Date(), endedBy: "done" },
        },
      }),
    );
    const mine = { params: { accountId: operator.accountId }, body: { changeId: id, reason } };
    await expect(operator.does(restoreEmail, mine)).rejects.toEqual(refused("illegal_move"));
  });
});

/** Their session has proved itself just now. */
async function renewSession({ actor }: Member): Promise<void> {
  const data = { provedAt: now() };
  await inPlatform(anywhere, (db) => db.session.updateMany({ where: { id: actor.session?.id ?? "" }, data }));
}
