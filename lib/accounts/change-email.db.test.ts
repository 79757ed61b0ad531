import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { bearer, signIn } from "@/tests/support/signed-in";
import { changeEmail } from "./operations/change-email";
import { confirmEmailChangeLink } from "./operations/confirm-email-change";
import { openOwnEmailChange } from "./operations/open-email-change";
import { openEmailChangeLink } from "./operations/open-email-change-link";
import { withdrawEmailChange, withdrawEmailChangeByLink } from "./operations/withdraw-email-change";

const hour = 3_600_000;
const freshAddress = () => `moved-${newId()}@elsewhere.test`;

async function aMover(): Promise<{ lab: Lab; tech: Member; next: string }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician"), next: freshAddress() };
}

const ask = (tech: Member, newEmail: string) =>
  tech.does(changeEmail, { body: { newEmail, currentPassword: a.password } });
const follow = (lab: Lab, token: string) => lab.anonymous().does(confirmEmailChangeLink, { body: { token } });
const linkTo = (to: string) => linkTokenSentTo(to, "confirm-email-change");
/** What was sent about accounts' addresses; that a device is new is told beside it. */
const templates = async (to: string) =>
  (await lettersTo(to)).map(({ template }) => template).filter((template) => template !== "new-device");

describe("T5 a change of e-mail address", () => {
  it("happens when both mailboxes have confirmed it, ends other sessions, and tells the old one", async () => {
    const { lab, tech, next } = await aMover();
    const other = await signIn(lab, tech.email);
    await ask(tech, next);
    const [left, arrived] = [await linkTo(tech.email), await linkTo(next)];
    expect(await follow(lab, arrived)).toEqual({ done: false, waitsFor: "old" });
    expect((await signIn(lab, tech.email)).user.email).toBe(tech.email);
    expect(await tech.does(openOwnEmailChange)).toMatchObject({
      waiting: { newEmail: next, oldConfirmed: false, newConfirmed: true },
    });

    expect(await follow(lab, left)).toEqual({ done: true, waitsFor: null });
    await expect(signIn(lab, tech.email)).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await signIn(lab, next)).user).toMatchObject({ email: next, emailVerified: true });
    await expect(bearer(other.access, lab)).rejects.toMatchObject({ code: "session_ended" });
    expect(await templates(tech.email)).toEqual(["confirm-email-change", "email-changed"]);
    expect(await linkTokenSentTo(tech.email, "email-changed")).toBeTruthy();
    const member = await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      return await db.member.findFirst({ where: { accountId: tech.accountId } });
    });
    expect(member?.email).toBe(next);
  });

  it("S9 is not confirmed by looking, once by each mailbox, and by one of many at once", async () => {
    const { lab, tech, next } = await aMover();
    await ask(tech, next);
    const [left, arrived] = [await linkTo(tech.email), await linkTo(next)];
    for (let times = 0; times < 3; times += 1) {
      const looked = await lab.anonymous().does(openEmailChangeLink, { query: { token: arrived } });
      expect(looked).toMatchObject({ valid: true, newEmail: next, side: "new", confirmed: false });
    }
    const settled = await Promise.allSettled(Array.from({ length: 5 }, () => follow(lab, arrived)));
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(follow(lab, arrived)).rejects.toMatchObject({ code: "code_invalid" });
    const both = await Promise.allSettled(Array.from({ length: 5 }, () => follow(lab, left)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await templates(tech.email)).filter((each) => each === "email-changed")).toHaveLength(1);
  });

  it("S6 S9 has links for a day, of one host, that a newer request kills", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const [{ lab, tech, next }, foreign] = [await aMover(), await a.laboratory()];
    await ask(tech, next);
    const [left, arrived] = [await linkTo(tech.email), await linkTo(next)];
    for (const stranger of [foreign.anonymous(), a.anyone(), a.anyone({ kind: "learn" })]) {
      const looked = await stranger.does(openEmailChangeLink, { query: { token: left } });
      expect(looked).toEqual({ valid: false });
      const tried = stranger.does(confirmEmailChangeLink, { body: { token: left } });
      await expect(tried).rejects.toMatchObject({ code: "code_invalid" });
    }
    await ask(tech, freshAddress());
    for (const token of [left, arrived]) {
      await expect(follow(lab, token)).rejects.toMatchObject({ code: "code_invalid" });
    }
    const newer = await linkTo(tech.email);
    clock.pass(24 * hour);
    await expect(follow(lab, newer)).rejects.toMatchObject({ code: "code_invalid" });
  });

  it("S16 answers the same when the address is somebody's, who is told by mail and keeps it", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const { lab, tech, next } = await aMover();
    const owner = (await a.laboratory()).administrator;
    const [taken, free] = [await ask(tech, owner.email), await ask(tech, next)];
    expect({ ...taken, newEmail: next }).toEqual(free);
    expect(await templates(owner.email)).toEqual(["already-registered"]);
    expect(await templates(tech.email)).toEqual(["confirm-email-change", "confirm-email-change"]);
    await ask(tech, owner.email);
    expect(await follow(lab, await linkTo(tech.email))).toEqual({ done: false, waitsFor: "new" });
    expect((await signIn(lab, tech.email)).user.email).toBe(tech.email);
  });

  it("gives an address to one of two who want it at the same time", async () => {
    const [one, two] = [await aMover(), await aMover()];
    await ask(one.tech, one.next);
    const first = await linkTo(one.next);
    await ask(two.tech, one.next);
    const second = await linkTo(one.next);
    await follow(one.lab, await linkTo(one.tech.email));
    await follow(two.lab, await linkTo(two.tech.email));
    const settled = await Promise.allSettled([follow(one.lab, first), follow(two.lab, second)]);
    const said = settled.map((each) => (each.status === "fulfilled" ? "done" : each.reason.code));
    expect(said.sort()).toEqual(["already_exists", "done"]);
    const owners = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.account.count({ where: { emailKey: one.next } });
    });
    expect(owners).toBe(1);
  });

  it("can be withdrawn by its owner, and by either mailbox", async () => {
    const { lab, tech, next } = await aMover();
    await ask(tech, next);
    await tech.does(withdrawEmailChange);
    await expect(follow(lab, await linkTo(next))).rejects.toMatchObject({ code: "code_invalid" });
    expect(await tech.does(openOwnEmailChange)).toEqual({ waiting: null });
    await expect(tech.does(withdrawEmailChange)).rejects.toMatchObject({ code: "not_found" });
    for (const mailbox of [tech.email, next]) {
      await ask(tech, next);
      const token = await linkTo(mailbox);
      await lab.anonymous().does(withdrawEmailChangeByLink, { body: { token } });
      await expect(follow(lab, token)).rejects.toMatchObject({ code: "code_invalid" });
    }
  });

  it("S15 wants the password, a sign-in of the last hour, and another address", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { tech, next } = await aMover();
    const wrong = { newEmail: next, currentPassword: "Wrong-password-77" };
    await expect(tech.does(changeEmail, { body: wrong })).rejects.toMatchObject({
      code: "validation_failed",
    });
    await expect(ask(tech, tech.email)).rejects.toMatchObject({ code: "validation_failed" });
    clock.pass(hour);
    await expect(ask(tech, next)).rejects.toMatchObject({ code: "reauthentication_required" });
    expect(await lettersTo(next)).toEqual([]);
  });
});
