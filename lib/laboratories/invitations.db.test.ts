import { describe, expect, it } from "vitest";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { readMe } from "@/lib/accounts/operations/read-me";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { acceptInvitation } from "./operations/accept-invitation";
import { acceptInvitationInBrowser } from "./operations/accept-invitation-in-browser";
import { addProvider } from "./operations/add-provider";
import { inviteMember } from "./operations/invite-member";
import { listInvitations } from "./operations/list-invitations";
import { openInvitationLink } from "./operations/open-invitation-link";
import { removeMember } from "./operations/remove-member";
import { resendInvitation } from "./operations/resend-invitation";
import { withdrawInvitation } from "./operations/withdraw-invitation";

const invalid = { code: "code_invalid" };
const day = 24 * 3_600_000;
let made = 0;

function newEmail() {
  made += 1;
  return `grace-${made}@clinic.test`;
}

async function invite(lab: Lab, email = newEmail(), more: object = {}) {
  const invitation = await lab.administrator.does(inviteMember, {
    body: { email, roles: ["technician"], ...more },
  });
  return { invitation, email, token: await linkTokenSentTo(email) };
}

async function accept(lab: Lab, token: string, password = "Quiet-Lantern-58") {
  const body = { token, firstName: "Grace", lastName: "Hopper", password };
  return entered(await lab.anonymous().does(acceptInvitation, { body }));
}

const look = (lab: Lab, token: string) => lab.anonymous().does(openInvitationLink, { query: { token } });

describe("an invitation", () => {
  it("goes by mail and makes whoever accepts it a member, signed in, in the roles it names", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const { invitation, email, token } = await invite(lab, newEmail(), { roles: ["technician", "cashier"] });
    expect(invitation).toMatchObject({
      email,
      roles: ["technician", "cashier"],
      state: "open",
      isExpired: false,
    });
    const [letter] = await lettersTo(email);
    expect(letter?.subject).toBe("Join Harbour Laboratory");
    expect(letter?.text).toContain(`http://${lab.ref.slug}.lims.test/invitation?token=`);
    expect(await look(lab, token)).toEqual({
      valid: true,
      email,
      roles: ["technician", "cashier"],
      expiresAt: invitation.expiresAt,
    });

    const signedIn = await accept(lab, token);
    expect(signedIn.user).toMatchObject({
      email,
      emailVerified: true,
      firstName: "Grace",
      roles: ["technician", "cashier"],
    });
    expect(signedIn.user.publicId).toMatch(/^STF\d{8}$/);
    const me = await bearer(signedIn.access, lab);
    expect(me.member?.name).toBe("Grace Hopper");
    expect(await answer(readMe, me)).toMatchObject(signedIn.user);
    expect((await signIn(lab, email, "Quiet-Lantern-58")).user).toEqual(signedIn.user);
    const { data } = await lab.administrator.does(listInvitations, { query: { state: "accepted" } });
    expect(data.map(({ id }) => id)).toEqual([invitation.id]);
  });

  it("opens a browser session by a ticket", async () => {
    const lab = await a.laboratory();
    const { token } = await invite(lab);
    const body = { token, firstName: "Grace", lastName: "Hopper", password: "Quiet-Lantern-58" };
    const { ticket } = entered(await lab.anonymous().does(acceptInvitationInBrowser, { body }));
    expect((await lab.anonymous().does(openBrowserSession, { body: { ticket } })).sessionId).toBeTruthy();
  });

  it("S9 is not spent by looking, once by accepting, and by one of ten who accept at once", async () => {
    const lab = await a.laboratory();
    const { token, email } = await invite(lab);
    for (let looked = 0; looked < 3; looked++) expect(await look(lab, token)).toMatchObject({ valid: true });
    const settled = await Promise.allSettled(Array.from({ length: 10 }, () => accept(lab, token)));
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect(await look(lab, token)).toEqual({ valid: false });
    await expect(accept(lab, token)).rejects.toMatchObject(invalid);
    const members = await inLaboratory(
      lab.ref.id,
      null,
      async (db) => await db.member.count({ where: { email } }),
    );
    expect(members).toBe(1);
  });

  it("is over after seven days", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { token, invitation } = await invite(lab);
    expect(invitation.expiresAt).toBe("2026-11-27T08:00:00.000Z");
    clock.pass(7 * day);
    expect(await look(lab, token)).toEqual({ valid: false });
    await expect(accept(lab, token)).rejects.toMatchObject(invalid);
    const [listed] = (await lab.administrator.does(listInvitations, { query: {} })).data;
    expect(listed?.isExpired).toBe(true);
  });

  it("S9 sent again has a new link and a new week; the link before it is dead", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { token, email, invitation } = await invite(lab);
    clock.pass(8 * day);
    const again = await lab.administrator.does(resendInvitation, { params: { invitationId: invitation.id } });
    expect(again.expiresAt).toBe("2026-12-05T08:00:00.000Z");
    const newer = await linkTokenSentTo(email);
    expect(newer).not.toBe(token);
    await expect(accept(lab, token)).rejects.toMatchObject(invalid);
    expect((await accept(lab, newer)).user.email).toBe(email);
  });

  it("withdrawn is dead, and cannot be sent again", async () => {
    const lab = await a.laboratory();
    const { token, email, invitation } = await invite(lab);
    const params = { invitationId: invitation.id };
    await lab.administrator.does(withdrawInvitation, { params });
    expect(await look(lab, token)).toEqual({ valid: false });
    await expect(accept(lab, token)).rejects.toMatchObject(invalid);
    await expect(lab.administrator.does(resendInvitation, { params })).rejects.toMatchObject({
      code: "illegal_move",
    });
    await expect(lab.administrator.does(withdrawInvitation, { params })).rejects.toMatchObject({
      code: "illegal_move",
    });
    expect((await invite(lab, email)).invitation.state).toBe("open");
  });

  it("S6 works at its own laboratory only, and answers elsewhere as a link that never was", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { token } = await invite(lab);
    const never = await accept(next, "x".repeat(43)).catch((error) => error);
    await expect(accept(next, token)).rejects.toEqual(never);
    expect(await look(next, token)).toEqual({ valid: false });
    expect((await accept(lab, token)).user.laboratory?.slug).toBe(lab.ref.slug);
  });

  it("S5 of the laboratory next door cannot be seen, sent or withdrawn", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { invitation, token } = await invite(lab);
    const params = { invitationId: invitation.id };
    expect((await next.administrator.does(listInvitations, { query: {} })).data).toEqual([]);
    await expect(next.administrator.does(resendInvitation, { params })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(next.administrator.does(withdrawInvitation, { params })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await look(lab, token)).toMatchObject({ valid: true });
  });

  it("is for one address once, and not for somebody who works here", async () => {
    const lab = await a.laboratory();
    const { email, invitation } = await invite(lab);
    await expect(invite(lab, email.toUpperCase())).rejects.toMatchObject({
      code: "already_exists",
      extras: { members: { invitationId: invitation.id } },
    });
    const tech = await lab.member("technician");
    await expect(invite(lab, tech.email)).rejects.toMatchObject({ code: "already_exists" });
    const twice = newEmail();
    const settled = await Promise.allSettled([1, 2, 3].map(() => invite(lab, twice)));
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
  });

  it("asks for a password that is good, and tells what is wrong with it", async () => {
    const lab = await a.laboratory();
    const { token, email } = await invite(lab);
    await expect(accept(lab, token, "Hopper-river-73!")).rejects.toMatchObject({
      extras: {
        errors: { password: ["Leave out your name, your e-mail address and the laboratory's name."] },
      },
    });
    expect((await accept(lab, token)).user.email).toBe(email);
  });

  it("S7 keeps its token nowhere but in the mail", async () => {
    const lab = await a.laboratory();
    const { token, invitation } = await invite(lab);
    expect(JSON.stringify(invitation)).not.toContain(token);
    const events = await inLaboratory(lab.ref.id, null, async (db) => await db.auditEvent.findMany());
    expect(JSON.stringify(events)).not.toContain(token);
    await expect(
      inLaboratory(lab.ref.id, null, (db) => db.sql("select * from link_token")),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(inLaboratory(lab.ref.id, null, (db) => db.sql("select * from mail"))).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("somebody who has an account", () => {
  it("accepts with its own password, keeps name and public id, and works in both laboratories", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const tech = await lab.member("technician", { name: "Tess Bench" });
    const before = await signIn(lab, tech.email);
    const { token } = await invite(next, tech.email, { roles: ["scientist"] });
    const joined = await accept(next, token, a.password);
    expect(joined.user).toMatchObject({
      id: before.user.id,
      publicId: before.user.publicId,
      firstName: "Tess",
      roles: ["scientist"],
    });
    expect((await signIn(lab, tech.email)).user.roles).toEqual(["technician"]);
    expect((await signIn(next, tech.email)).user.roles).toEqual(["scientist"]);
  });

  it("S14 does not get in with another password, which is counted; the link is not spent by trying", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const tech = await lab.member("technician");
    const { token } = await invite(next, tech.email);
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(accept(next, token, "Quiet-Lantern-58")).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
    await expect(accept(next, token, a.password)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(signIn(lab, tech.email)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await look(next, token)).toMatchObject({ valid: true });
  });

  it("is a member again after having been removed, with the new roles only", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member(["technician", "cashier"]);
    await lab.administrator.does(removeMember, { params: { memberId: tech.memberId } });
    const { token } = await invite(lab, tech.email, { roles: ["auditor"] });
    const joined = await accept(lab, token, a.password);
    expect(joined.user.roles).toEqual(["auditor"]);
    expect((await bearer(joined.access, lab)).member?.id).toBe(tech.memberId);
  });
});

describe("a provider of the directory", () => {
  const provider = (lab: Lab) =>
    lab.administrator.does(addProvider, { body: { firstName: "Miriam", lastName: "Osei" } });

  it("signs in as themselves once the invitation was accepted", async () => {
    const lab = await a.laboratory();
    const { id: providerId } = await provider(lab);
    const { token } = await invite(lab, newEmail(), { roles: ["provider"], providerId });
    const joined = await accept(lab, token);
    expect((await bearer(joined.access, lab)).member?.providerId).toBe(providerId);
    await expect(invite(lab, newEmail(), { roles: ["provider"], providerId })).rejects.toMatchObject({
      code: "illegal_move",
    });
    const me = (await bearer(joined.access, lab)).member?.id ?? "";
    await lab.administrator.does(removeMember, { params: { memberId: me } });
    expect((await invite(lab, newEmail(), { roles: ["provider"], providerId })).invitation.providerId).toBe(
      providerId,
    );
  });

  it("is tied to one of two people who were invited as them", async () => {
    const lab = await a.laboratory();
    const { id: providerId } = await provider(lab);
    const more = { roles: ["provider"], providerId };
    const [one, two] = [await invite(lab, newEmail(), more), await invite(lab, newEmail(), more)];
    const settled = await Promise.allSettled([accept(lab, one.token), accept(lab, two.token)]);
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
  });

  it("is invited in the role of a provider only, and never as the provider of the laboratory next door", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { id: providerId } = await provider(next);
    await expect(invite(lab, newEmail(), { roles: ["provider"], providerId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(invite(next, newEmail(), { roles: ["technician"], providerId })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });
});
