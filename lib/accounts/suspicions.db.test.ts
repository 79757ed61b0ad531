import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";
import { confirmLaboratory } from "@/lib/laboratories/operations/confirm-laboratory";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { a, type Lab, type Member } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { answer, signIn } from "@/tests/support/signed-in";
import { listSuspicions } from "./operations/list-suspicions";
import { openBrowserSession } from "./operations/open-browser-session";
import { openSessionsPage } from "./operations/open-sessions-page";
import { reauthenticate } from "./operations/reauthenticate";
import { refreshTokens } from "./operations/refresh-tokens";
import { reviewSuspicion } from "./operations/review-suspicion";
import { startBrowserSession } from "./operations/start-browser-session";
import { verifyCode } from "./operations/verify-code";

const wrong = "Wrong-password-77";
const minute = 60_000;
const refused = { code: "unauthenticated" };

async function seen(ip: string) {
  return inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    return await db.suspicion.findMany({ where: { ip }, orderBy: { id: "asc" } });
  });
}

async function warningsOf(person: Member) {
  const { warnings } = await person.does(openSessionsPage);
  return warnings.map(({ kind, answer: done }) => [kind, done]);
}

async function suspiciousMails(person: Member) {
  return (await lettersTo(person.email)).filter(({ template }) => template === "suspicious-sign-in");
}

describe("P11 many accounts tried from one address", () => {
  const spray = async (lab: Lab, ip: string, names: string[]) => {
    for (const name of names) await expect(signIn(lab, name, wrong, { ip })).rejects.toMatchObject(refused);
  };
  const strangers = (count: number) => Array.from({ length: count }, (_, at) => `nobody-${at}@nowhere.test`);

  it("are written down once, with counts and no names, whether or not anybody has those", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const ip = "198.51.100.20";
    await spray(lab, ip, [tech.email, ...strangers(8)]);
    await spray(lab, ip, [tech.email, tech.email]);
    expect(await seen(ip)).toEqual([]);
    await spray(lab, ip, [lab.administrator.email, "another@nowhere.test"]);
    const [row, ...more] = await seen(ip);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ kind: "many_accounts", accountId: null, answer: "noted", state: "open" },
      evidence: { people: 10, attempts: 12, minutes: 10 },
    });
    expect(JSON.stringify(row)).not.toContain("@");
  });

  it("are no attack when they come slowly, or are one person who forgot", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const ip = "198.51.100.21";
    for (const name of strangers(14)) {
      await spray(lab, ip, [name]);
      clock.pass(2 * minute);
    }
    await spray(
      lab,
      ip,
      Array.from({ length: 14 }, () => "one@nowhere.test"),
    );
    expect(await seen(ip)).toEqual([]);
  });

  it("make the one that opens a suspicion of that account: its owner is told", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const ip = "198.51.100.22";
    await spray(lab, ip, strangers(10));
    await signIn(lab, tech.email, a.password, { ip });
    expect(await warningsOf(tech)).toEqual([["many_accounts", "notice_sent"]]);
    const [letter] = await suspiciousMails(tech);
    expect(letter?.text).toContain(ip);
    expect(letter?.text).toContain("/not-me?token=");
    expect(await warningsOf(lab.administrator)).toEqual([]);
  });
});

describe("P11 codes sprayed over many accounts", () => {
  it("are written down", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const ip = "198.51.100.30";
    const { actor } = a.anyone({ kind: "learn" });
    for (const at of [0, 1, 2, 3, 4, 5]) {
      const attempt = answer(
        verifyCode,
        { ...actor, from: { ...actor.from, ip } },
        { body: { email: `nobody-${at}@nowhere.test`, code: "123456", purpose: "registration" } },
      );
      await expect(attempt).rejects.toMatchObject({ code: "code_invalid" });
    }
    expect((await seen(ip)).map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ["code_spraying", { people: 5, attempts: 5, minutes: 10 }],
    ]);
  });
});

describe("P11 passwords and codes tried where sign-in is not", () => {
  const from = (person: { actor: Actor }, ip: string): Actor => ({
    ...person.actor,
    from: { ...person.actor.from, ip },
  });
  const kindsSeen = async (ip: string) =>
    (await seen(ip)).map(({ kind, accountId, evidence }) => [kind, accountId, evidence]);

  it("are written down: codes of laboratories that sign up", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const ip = "198.51.100.31";
    for (const _ of [1, 2, 3, 4, 5]) {
      const body = { registrationId: newId(), code: "123456" };
      await expect(answer(confirmLaboratory, from(a.anyone(), ip), { body })).rejects.toMatchObject({
        code: "code_invalid",
      });
    }
    expect(await kindsSeen(ip)).toEqual([["code_spraying", null, { people: 5, attempts: 5, minutes: 10 }]]);
  });

  it("are written down: passwords of people who are invited and have an account", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const ip = "198.51.100.32";
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    for (let each = 0; each < 10; each += 1) {
      const { email } = await lab.member("technician");
      await next.administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
      const token = await linkTokenSentTo(email);
      const body = { token, firstName: "Grace", lastName: "Hopper", password: wrong };
      await expect(answer(acceptInvitation, from(next.anonymous(), ip), { body })).rejects.toMatchObject(
        refused,
      );
    }
    expect(await kindsSeen(ip)).toEqual([["many_accounts", null, { people: 10, attempts: 10, minutes: 10 }]]);
  });

  it("are written down: passwords and codes of people who confirm who they are", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const ip = "198.51.100.33";
    const lab = await a.laboratory();
    for (let each = 0; each < 10; each += 1) {
      const tech = await lab.member("technician");
      const body = { password: wrong };
      await expect(answer(reauthenticate, from(tech, ip), { body })).rejects.toMatchObject({
        code: "validation_failed",
      });
      if (each >= 5) continue;
      const typed = { password: a.password, code: "123456" };
      await expect(answer(reauthenticate, from(tech, ip), { body: typed })).rejects.toMatchObject({
        code: "code_invalid",
      });
    }
    expect(await kindsSeen(ip)).toEqual([
      ["code_spraying", null, { people: 5, attempts: 5, minutes: 10 }],
      ["many_accounts", null, { people: 10, attempts: 10, minutes: 10 }],
    ]);
  });
});

describe("S10 a refresh token that comes twice", () => {
  const thief = { ip: "203.0.113.66", device: "curl" };

  async function replay(lab: Lab, person: Member) {
    const { refresh } = await signIn(lab, person.email);
    const { actor } = lab.anonymous();
    await answer(refreshTokens, actor, { body: { refresh } });
    const stolen = answer(
      refreshTokens,
      { ...actor, from: { ...actor.from, ...thief } },
      { body: { refresh } },
    );
    await expect(stolen).rejects.toMatchObject({ code: "session_ended" });
  }

  it("is told to the owner, and locks the account at the third time in a day", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await replay(lab, tech);
    await replay(lab, tech);
    expect(await warningsOf(tech)).toEqual([
      ["refresh_replay", "sessions_ended"],
      ["refresh_replay", "sessions_ended"],
    ]);
    expect((await suspiciousMails(tech)).length).toBe(2);
    await replay(lab, tech);
    const account = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.account.findFirst({ where: { id: tech.accountId } });
    });
    expect(account).toMatchObject({ state: "locked", stateReason: expect.stringContaining("several signs") });
    await expect(signIn(lab, tech.email)).rejects.toMatchObject(refused);
    expect((await suspiciousMails(tech)).at(-1)?.text).toContain("locked your account");
    clock.pass(minute);
  });

  it("does not lock when it is a rare accident", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    for (const _ of [1, 2, 3, 4]) {
      await replay(lab, tech);
      clock.pass(13 * 60 * minute);
    }
    expect((await signIn(lab, tech.email)).user.email).toBe(tech.email);
  });
});

describe("a sign-in from a new network and a new time zone", () => {
  async function enter(
    lab: Lab,
    person: Member,
    from: { ip: string; deviceToken: string },
    timeZone: string,
  ) {
    const { actor } = lab.anonymous();
    const here = { ...actor, from: { ...actor.from, ...from } };
    const body = { email: person.email, password: a.password };
    const { ticket } = entered(await answer(startBrowserSession, here, { body }));
    return answer(openBrowserSession, here, { body: { ticket, timeZone } });
  }

  it("is let in, written down, and told to the owner, on a known device too", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const home = { ip: "203.0.113.20", deviceToken: "h".repeat(43) };
    await enter(lab, tech, home, "Europe/London");
    await enter(lab, tech, { ...home, ip: "192.0.2.1" }, "Europe/London");
    expect(await warningsOf(tech)).toEqual([]);
    await enter(lab, tech, { ...home, ip: "198.18.0.9" }, "Asia/Tokyo");
    expect(await warningsOf(tech)).toEqual([["new_network", "notice_sent"]]);
    const [letter] = await suspiciousMails(tech);
    expect(letter?.text).toContain("198.18.0.9");
    // Home again, nothing is strange about it, nor about Tokyo from now on.
    await enter(lab, tech, home, "Europe/London");
    await enter(lab, tech, { ...home, ip: "198.18.7.7" }, "Asia/Tokyo");
    expect((await warningsOf(tech)).length).toBe(1);
  });

  it("takes nothing for a zone that is none", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await enter(lab, tech, { ip: "203.0.113.20", deviceToken: "h".repeat(43) }, "Europe/London");
    for (const zone of ["Mars/Olympus", "<script>", "x".repeat(61), ""]) {
      await enter(lab, tech, { ip: "198.18.0.9", deviceToken: "h".repeat(43) }, zone);
    }
    expect(await warningsOf(tech)).toEqual([]);
  });
});

describe("suspicions", () => {
  it("are read by operators at the root address only, and reviewed once, with a note", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const { refresh } = await signIn(lab, tech.email);
    const { actor } = lab.anonymous();
    await answer(refreshTokens, actor, { body: { refresh } });
    const from = { ...actor.from, ip: "203.0.113.67" };
    await expect(answer(refreshTokens, { ...actor, from }, { body: { refresh } })).rejects.toThrow();
    const operator = await a.operator();
    const query = { accountId: tech.accountId, kind: "refresh_replay", state: "open" };
    const { data } = await operator.does(listSuspicions, { query });
    expect(data).toMatchObject([
      {
        kind: "refresh_replay",
        accountId: tech.accountId,
        publicId: tech.actor.account?.publicId,
        state: "open",
      },
    ]);
    const params = { suspicionId: data[0]?.id ?? "" };
    const review = (who: typeof operator) =>
      who.does(reviewSuspicion, { params, body: { note: "Called back." } });
    const forbidden = { code: "forbidden" };
    for (const who of [lab.administrator, tech]) {
      await expect(who.does(listSuspicions)).rejects.toMatchObject(forbidden);
      await expect(who.does(reviewSuspicion, { params, body: { note: "Mine." } })).rejects.toMatchObject(
        forbidden,
      );
    }
    const atLaboratory = { ...operator.actor, from: lab.administrator.actor.from };
    await expect(answer(listSuspicions, atLaboratory)).rejects.toMatchObject(forbidden);
    const both = await Promise.allSettled([review(operator), review(await a.operator())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const after = await operator.does(listSuspicions, { query: { ...query, state: "reviewed" } });
    expect(after.data).toMatchObject([
      { note: "Called back.", reviewedBy: expect.stringMatching(/^STF\d{8}$/) },
    ]);
    expect((await operator.does(listSuspicions, { query })).data).toEqual([]);
    const nowhere = { suspicionId: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" };
    await expect(
      operator.does(reviewSuspicion, { params: nowhere, body: { note: "Nothing." } }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
