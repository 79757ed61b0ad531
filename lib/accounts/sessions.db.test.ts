import { describe, expect, it } from "vitest";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import type { Place } from "@/lib/infra/hosts";
import { a, type Lab } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { answer, bearer, cookie, signIn } from "@/tests/support/signed-in";
import { endOtherSession } from "./operations/end-other-session";
import { endSession } from "./operations/end-session";
import { listSessions } from "./operations/list-sessions";
import { logout } from "./operations/logout";
import { logoutAll } from "./operations/logout-all";
import { openBrowserSession } from "./operations/open-browser-session";
import { readMe } from "./operations/read-me";
import { refreshTokens } from "./operations/refresh-tokens";
import { startBrowserSession } from "./operations/start-browser-session";

const ended = { code: "session_ended" };
const client = { ip: "198.51.100.7", device: "curl" };
const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;

function refresh(lab: Lab, token: string, from = client) {
  const { actor } = lab.anonymous();
  return answer(refreshTokens, { ...actor, from: { ...actor.from, ...from } }, { body: { refresh: token } });
}

function changeMember(lab: Lab, memberId: string, data: { roles?: string[]; state?: "removed" }) {
  return inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
    await db.member.updateMany({ where: { id: memberId }, data });
  });
}

describe("S10 refreshing", () => {
  it("answers a new pair and spends the old token", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    clock.pass(10 * 60 * second);
    const next = await refresh(lab, first.refresh);
    expect(next.sessionId).toBe(first.sessionId);
    expect(next.refresh).not.toBe(first.refresh);
    clock.pass(10 * 60 * second);
    await expect(bearer(first.access, lab)).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await bearer(next.access, lab)).account?.email).toBe(lab.administrator.email);
  });

  it("tells the same client the same again within 10 seconds", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    clock.pass(60 * second);
    const next = await refresh(lab, first.refresh);
    clock.pass(10 * second);
    const again = await refresh(lab, first.refresh);
    expect(again.refresh).toBe(next.refresh);
    const claims = (token: string) => Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    expect(claims(again.access)).toBe(claims(next.access));
    expect((await refresh(lab, next.refresh)).sessionId).toBe(first.sessionId);
  });

  it("ends the session and every token of it when a spent token comes after 10 seconds", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    const next = await refresh(lab, first.refresh);
    clock.pass(10 * second + 1);
    await expect(refresh(lab, first.refresh)).rejects.toMatchObject(ended);
    await expect(refresh(lab, next.refresh)).rejects.toMatchObject(ended);
    await expect(bearer(next.access, lab)).rejects.toMatchObject(ended);
  });

  it("ends it at once when the spent token comes from another client", async () => {
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    const next = await refresh(lab, first.refresh);
    const thief = { ip: "203.0.113.66", device: "curl" };
    await expect(refresh(lab, first.refresh, thief)).rejects.toMatchObject(ended);
    await expect(bearer(next.access, lab)).rejects.toMatchObject(ended);
  });

  it("makes one successor when the same client uses a token twenty times at once", async () => {
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    const pairs = await Promise.all(Array.from({ length: 20 }, () => refresh(lab, first.refresh)));
    expect(new Set(pairs.map((pair) => pair.refresh)).size).toBe(1);
    const kept = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.refreshToken.count({ where: { sessionId: first.sessionId } });
    });
    expect(kept).toBe(2);
  });

  it("lets one of two clients win that race, and then ends the session", async () => {
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    const tries = Array.from({ length: 6 }, (_, at) =>
      refresh(lab, first.refresh, { ip: `203.0.113.${at}`, device: "curl" }),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
    await expect(bearer(first.access, lab)).rejects.toMatchObject(ended);
  });

  it("S6 refuses a token of the laboratory next door, without spending it", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    const unknown = await refresh(next, "x".repeat(43)).catch((error) => error);
    await expect(refresh(next, first.refresh)).rejects.toEqual(unknown);
    expect((await refresh(lab, first.refresh)).sessionId).toBe(first.sessionId);
  });

  it("is over after 7 idle days, and after 30 days whatever happens", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const idle = await signIn(lab, lab.administrator.email, a.password, client);
    clock.pass(7 * day);
    await expect(refresh(lab, idle.refresh)).rejects.toMatchObject(ended);
    let pair: { refresh: string } = await signIn(lab, lab.administrator.email, a.password, client);
    for (const _ of Array.from({ length: 5 })) {
      clock.pass(5 * day + 23 * hour);
      pair = await refresh(lab, pair.refresh);
    }
    clock.pass(5 * hour);
    await expect(refresh(lab, pair.refresh)).rejects.toMatchObject(ended);
  });

  it("R25 leaves a replay in the trail, as refused", async () => {
    const lab = await a.laboratory();
    const first = await signIn(lab, lab.administrator.email, a.password, client);
    await refresh(lab, first.refresh);
    await expect(refresh(lab, first.refresh, { ip: "203.0.113.9", device: "curl" })).rejects.toMatchObject(
      ended,
    );
    const events = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { action: "session.refreshed" }, orderBy: { id: "asc" } });
    });
    expect(events.map(({ outcome, recordId }) => [outcome, recordId])).toEqual([
      ["done", first.sessionId],
      ["refused", first.sessionId],
    ]);
  });
});

describe("signing out", () => {
  it("S12 kills access and refresh tokens at once, of this session only", async () => {
    const lab = await a.laboratory();
    const [one, two] = [
      await signIn(lab, lab.administrator.email, a.password, client),
      await signIn(lab, lab.administrator.email, a.password, client),
    ];
    await answer(logout, await bearer(one.access, lab));
    await expect(bearer(one.access, lab)).rejects.toMatchObject(ended);
    await expect(refresh(lab, one.refresh)).rejects.toMatchObject(ended);
    expect((await bearer(two.access, lab)).session?.id).toBe(two.sessionId);
  });

  it("ends every session of the account, at every address, and nobody else's", async () => {
    const lab = await a.laboratory();
    const colleague = await lab.member("cashier");
    const [one, two] = [
      await signIn(lab, lab.administrator.email),
      await signIn(lab, lab.administrator.email),
    ];
    const other = await signIn(lab, colleague.email);
    await answer(logoutAll, await bearer(one.access, lab));
    for (const { access } of [one, two]) await expect(bearer(access, lab)).rejects.toMatchObject(ended);
    expect((await bearer(other.access, lab)).session?.id).toBe(other.sessionId);
  });

  it("shows a person their sessions, and ends one of them, never somebody else's", async () => {
    const lab = await a.laboratory();
    const colleague = await lab.member("cashier");
    const one = await signIn(lab, lab.administrator.email, a.password, client);
    const two = await signIn(lab, lab.administrator.email, a.password, {
      ip: null,
      device: "Firefox on Windows",
    });
    const other = await signIn(lab, colleague.email);
    const me = await bearer(one.access, lab);
    const { data, nextCursor } = await answer(listSessions, me, { query: { limit: "2" } });
    // The third is older: the one that the person had when the test began.
    expect(nextCursor).not.toBeNull();
    expect(data.map(({ id, current, device, ip }) => ({ id, current, device, ip }))).toEqual([
      { id: two.sessionId, current: false, device: "Firefox on Windows", ip: null },
      { id: one.sessionId, current: true, device: "curl", ip: client.ip },
    ]);
    const end = (sessionId: string) => answer(endOtherSession, me, { params: { sessionId } });
    await expect(end(other.sessionId)).rejects.toMatchObject({ code: "not_found" });
    await end(two.sessionId);
    await expect(bearer(two.access, lab)).rejects.toMatchObject(ended);
    await expect(end(two.sessionId)).rejects.toMatchObject({ code: "not_found" });
    expect((await bearer(other.access, lab)).session?.id).toBe(other.sessionId);
  });
});

describe("a session", () => {
  it("S6 is nobody's at another laboratory, at the root and at learn, by token and by cookie", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { access, sessionId, user } = await signIn(lab, lab.administrator.email);
    const elsewhere: (Lab | Place)[] = [next, { kind: "root" }, { kind: "learn" }];
    for (const place of elsewhere) {
      await expect(bearer(access, place)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    // The row decides too: a cookie that was copied to another host, or a program's session used as a cookie.
    const { accountId } = lab.administrator;
    expect(user.id).toBe(accountId);
    expect(await cookie({ sessionId, accountId }, next)).toBeNull();
    expect(await cookie({ sessionId, accountId }, lab)).toBeNull();
  });

  it("has the roles of this very moment: a change counts on the next request, a removal ends it", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const { access } = await signIn(lab, tech.email);
    await changeMember(lab, tech.memberId, { roles: ["cashier"] });
    const changed = await bearer(access, lab);
    expect(changed.member?.roles).toEqual(["cashier"]);
    expect((await answer(readMe, changed)).permissions).not.toContain("result:enter");
    await changeMember(lab, tech.memberId, { state: "removed" });
    await expect(bearer(access, lab)).rejects.toMatchObject(ended);
  });

  it("ends with its account and with its laboratory", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const [mine, admins] = [await signIn(lab, tech.email), await signIn(lab, lab.administrator.email)];
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.account.update({ where: { id: tech.accountId }, data: { state: "disabled" } });
    });
    await expect(bearer(mine.access, lab)).rejects.toMatchObject(ended);
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.laboratory.update({ where: { id: lab.ref.id }, data: { state: "suspended" } });
    });
    await expect(bearer(admins.access, lab)).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("S18a a browser session", () => {
  async function ticketFor(lab: Lab) {
    const body = { identifier: lab.administrator.email, password: a.password };
    return entered(await lab.anonymous().does(startBrowserSession, { body })).ticket;
  }

  it("opens with a ticket of this host, once, within a minute", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const ticket = await ticketFor(lab);
    const refused = { code: "code_invalid" };
    await expect(next.anonymous().does(openBrowserSession, { body: { ticket } })).rejects.toMatchObject(
      refused,
    );
    clock.pass(59 * second);
    const tries = Array.from({ length: 8 }, () =>
      lab.anonymous().does(openBrowserSession, { body: { ticket } }),
    );
    const opened = (await Promise.allSettled(tries)).filter((each) => each.status === "fulfilled");
    expect(opened.length).toBe(1);
    const late = await ticketFor(lab);
    clock.pass(60 * second);
    await expect(lab.anonymous().does(openBrowserSession, { body: { ticket: late } })).rejects.toMatchObject(
      refused,
    );
  });

  it("S12 has a new id at every sign-in and ends on the server: a copied cookie is worth nothing", async () => {
    const lab = await a.laboratory();
    const open = async () =>
      lab.anonymous().does(openBrowserSession, { body: { ticket: await ticketFor(lab) } });
    const [one, two] = [await open(), await open()];
    expect(one.sessionId).not.toBe(two.sessionId);
    const me = await cookie(one, lab);
    expect(me?.session).toMatchObject({ id: one.sessionId, door: "browser" });
    if (me) await answer(endSession, me);
    expect(await cookie(one, lab)).toBeNull();
    expect((await cookie(two, lab))?.member?.id).toBe(lab.administrator.memberId);
  });

  it("replaces the session a browser had before", async () => {
    const lab = await a.laboratory();
    const before = await lab.anonymous().does(openBrowserSession, { body: { ticket: await ticketFor(lab) } });
    const me = await cookie(before, lab);
    if (!me) throw new Error("The session was just opened.");
    await answer(startBrowserSession, me, { body: { email: lab.administrator.email, password: a.password } });
    expect(await cookie(before, lab)).toBeNull();
  });

  it("goes on while it is used, ends after 12 idle hours, and after 30 days whatever happens", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const claim = await lab.anonymous().does(openBrowserSession, { body: { ticket: await ticketFor(lab) } });
    for (const _ of Array.from({ length: 65 })) {
      clock.pass(11 * hour);
      expect(await cookie(claim, lab)).not.toBeNull();
    }
    clock.pass(5 * hour);
    expect(await cookie(claim, lab)).toBeNull();
    const idle = await lab.anonymous().does(openBrowserSession, { body: { ticket: await ticketFor(lab) } });
    clock.pass(12 * hour);
    expect(await cookie(idle, lab)).toBeNull();
  });
});
