import { describe, expect, it } from "vitest";
import { login } from "@/lib/accounts/operations/login";
import { listPlatformEvents } from "@/lib/audit/operations/list-platform-events";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { a, type Member } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { disableAccount } from "./operations/disable-account";
import { enableAccount } from "./operations/enable-account";
import { endAccountSessions } from "./operations/end-account-sessions";
import { listAccounts } from "./operations/list-accounts";
import { listResetRequests } from "./operations/list-reset-requests";
import { lockAccount } from "./operations/lock-account";
import { makeOperator } from "./operations/make-operator";
import { openAccount } from "./operations/open-account";
import { unlockAccount } from "./operations/unlock-account";
import type { AccountLine, ResetRequest } from "./schema.accounts";

const why = { body: { reason: "Their laptop was stolen." } };
const of = (who: Member) => ({ params: { accountId: who.accountId } });
const anywhere = { laboratoryId: null, accountId: null };

describe("P11 the list of accounts", () => {
  it("is found by e-mail in full, public id, username and the beginning of a name", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const ada = await lab.member("technician", { name: "Ada Qwertz_Okafor" });
    await lab.member("technician", { name: "Ada Qwertzalot" });
    const found = async (q: string) =>
      (await operator.does(listAccounts, { query: { q } })).data.map(({ name }) => name).sort();
    const { publicId } = await operator.does(openAccount, of(ada));
    await inPlatform(anywhere, (db) =>
      db.account.update({ where: { id: ada.accountId }, data: { username: "ada.q" } }),
    );
    for (const q of [ada.email.toUpperCase(), publicId.toLowerCase(), "ADA.Q", "qwertz_"]) {
      expect(await found(q), q).toEqual(["Ada Qwertz_Okafor"]);
    }
    expect(await found("qwertz")).toEqual(["Ada Qwertz_Okafor", "Ada Qwertzalot"]);
    // Part of an address finds nobody: lists of customers are not read off by guessing.
    expect(await found(ada.email.slice(0, -1))).toEqual([]);
    expect(await found("%")).toEqual([]);
  });

  it("is filtered, sorted and read page by page, each once", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const clock = a.clock("2026-11-20T08:00:00Z");
    const names = ["Pager One", "Pager Two", "Pager Three"];
    const made: Member[] = [];
    for (const name of names) {
      made.push(await lab.member("cashier", { name }));
      clock.pass(1000);
    }
    const read = async (query: object) => {
      const read: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { data: AccountLine[]; nextCursor: string | null } = await operator.does(listAccounts, {
          query: { q: "pager", limit: "2", ...query, ...(cursor && { cursor }) },
        });
        read.push(...page.data.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      return read;
    };
    expect(await read({})).toEqual(names.toReversed());
    expect(await read({ sort: "oldest" })).toEqual(names);
    const [first] = made;
    if (!first) throw new Error("They were made above.");
    await operator.does(lockAccount, { ...of(first), ...why });
    expect(await read({ state: "locked" })).toEqual(["Pager One"]);
    expect(await read({ kind: "patient" })).toEqual([]);
    expect(await read({ operators: "true" })).toEqual([]);
    expect(await read({ operators: "false" })).toHaveLength(3);
  });
});

describe("S3 an opened account", () => {
  it("tells where it works and is signed in and how often it was tried, and no secret", async () => {
    const operator = await a.operator();
    const [lab, other] = [await a.laboratory({ name: "A Works" }), await a.laboratory({ name: "B Works" })];
    const ada = await lab.member("technician", { name: "Ada Works" });
    await inPlatform({ laboratoryId: other.ref.id, accountId: null }, (db) =>
      db.member.create({
        data: {
          ...{ laboratoryId: other.ref.id, id: newId(), accountId: ada.accountId },
          ...{ displayName: "Ada Works", email: ada.email, roles: ["auditor"] },
        },
      }),
    );
    await signIn(lab, ada.email);
    for (const _ of [1, 2, 3]) await expect(signIn(lab, ada.email, "wrong")).rejects.toThrow();
    const opened = await operator.does(openAccount, of(ada));
    expect(opened.memberships).toEqual([
      {
        laboratoryId: lab.ref.id,
        laboratory: "A Works",
        slug: lab.ref.slug,
        roles: ["technician"],
        state: "active",
      },
      {
        laboratoryId: other.ref.id,
        laboratory: "B Works",
        slug: other.ref.slug,
        roles: ["auditor"],
        state: "active",
      },
    ]);
    expect(opened.failedSignIns).toEqual({ inARow: 3, waitsUntil: null });
    // Those from a device that the account knows are counted apart (S14), and told all the same.
    const desk = lab.anonymous();
    const from = (password: string) => desk.does(login, { body: { identifier: ada.email, password } });
    await from(a.password);
    for (const _ of [1, 2, 3, 4]) await expect(from("wrong")).rejects.toThrow();
    expect((await operator.does(openAccount, of(ada))).failedSignIns.inARow).toBe(4);
    expect(opened.sessions.length).toBe(2);
    expect(opened.sessions[0]).toMatchObject({ place: `${lab.ref.slug}.lims.test`, firstFactor: "password" });
    expect(opened.secondFactors).toEqual([]);
    const told = JSON.stringify(opened);
    const secrets = await inPlatform(anywhere, async (db) => {
      const credential = await db.credential.findFirst({ where: { accountId: ada.accountId } });
      const tokens = await db.refreshToken.findMany({ where: { session: { accountId: ada.accountId } } });
      return [credential?.passwordHash ?? "", ...tokens.flatMap(({ hash, client }) => [hash, client])];
    });
    expect(secrets.length).toBeGreaterThan(1);
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(told).not.toMatch(/argon|hash|pregnan|birth/i);
  });
});

describe("a locked account", () => {
  it("is signed out everywhere and gets in nowhere, until it is unlocked; the reason is kept", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const ada = await lab.member("technician");
    const { access } = await signIn(lab, ada.email);
    const { version } = await operator.does(openAccount, of(ada));
    const locked = await operator.does(lockAccount, { ...of(ada), ...why, ifMatch: version });
    expect(locked).toMatchObject({ state: "locked", stateReason: "Their laptop was stolen.", sessions: [] });
    await expect(bearer(access, lab)).rejects.toMatchObject({ code: "session_ended" });
    await expect(signIn(lab, ada.email)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(operator.does(lockAccount, { ...of(ada), ...why })).rejects.toMatchObject({
      code: "illegal_move",
    });
    await expect(operator.does(enableAccount, { ...of(ada), ...why })).rejects.toMatchObject({
      code: "illegal_move",
    });
    const unlocked = await operator.does(unlockAccount, { ...of(ada), ...why });
    expect(unlocked).toMatchObject({ state: "active", stateReason: null, failedSignIns: { inARow: 0 } });
    await signIn(lab, ada.email);
    const { data } = await operator.does(listPlatformEvents, { query: { recordId: ada.accountId } });
    expect(data.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["account.locked", "account.unlocked", "account.opened"]),
    );
    expect(data.find(({ action }) => action === "account.locked")).toMatchObject({
      actor: { id: operator.accountId, name: "Olga Operator" },
      details: { reason: "Their laptop was stolen." },
      place: "lims.test",
    });
  });

  it("may be disabled for good, and enabled again", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const ada = await lab.member("technician");
    await operator.does(lockAccount, { ...of(ada), ...why });
    await operator.does(disableAccount, { ...of(ada), ...why });
    await expect(operator.does(unlockAccount, { ...of(ada), ...why })).rejects.toMatchObject({
      code: "illegal_move",
    });
    await expect(signIn(lab, ada.email)).rejects.toMatchObject({ code: "unauthenticated" });
    await operator.does(enableAccount, { ...of(ada), ...why });
    await signIn(lab, ada.email);
  });

  it("is never one's own: somebody has to be left who can undo it", async () => {
    const operator = await a.operator();
    const own = { params: { accountId: operator.accountId }, ...why };
    for (const op of [lockAccount, disableAccount]) {
      await expect(operator.does(op, own)).rejects.toMatchObject({ code: "illegal_move" });
    }
  });
});

describe("ended sessions", () => {
  it("P4 are all of the account's, and it may sign in again", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const ada = await lab.member("technician");
    const { access } = await signIn(lab, ada.email);
    expect(await operator.does(endAccountSessions, { ...of(ada), ...why })).toEqual({ ended: 2 });
    await expect(bearer(access, lab)).rejects.toMatchObject({ code: "session_ended" });
    await signIn(lab, ada.email);
    const nobody = { params: { accountId: newId() }, ...why };
    await expect(operator.does(endAccountSessions, nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("T4 requests for a new password", () => {
  it("are listed by address and by state, and their links and codes are not", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const ada = await lab.member("technician");
    const clock = a.clock("2026-11-20T08:00:00Z");
    const base = {
      host: `${lab.ref.slug}.lims.test`,
      email: ada.email,
      emailKey: ada.email,
      device: "A test",
    };
    const kept = { tokenHash: "secret-hash", codeHmac: "secret-code", accountId: ada.accountId };
    const at = (minutes: number) => new Date(Date.parse("2026-11-20T08:00:00Z") + minutes * 60_000);
    const times = (from: number) => ({
      createdAt: at(from),
      codeExpiresAt: at(from + 10),
      linkExpiresAt: at(from + 60),
    });
    await inPlatform(anywhere, (db) =>
      db.passwordReset.createMany({
        data: [
          { id: newId(), ...base, ...kept, ...times(-120) },
          { id: newId(), ...base, ...kept, ...times(-60), endedAt: at(-50), endedBy: "superseded" },
          { id: newId(), ...base, ...kept, ...times(-50), endedAt: at(-40), endedBy: "code" },
          { id: newId(), ...base, ...kept, ...times(-5) },
          { id: newId(), ...base, email: "no@x.test", emailKey: "no@x.test", ...times(-1) },
        ],
      }),
    );
    clock.set("2026-11-20T08:00:00Z");
    const read = async (query: object) => {
      const read: ResetRequest[] = [];
      let cursor: string | null = null;
      do {
        const page: { data: ResetRequest[]; nextCursor: string | null } = await operator.does(
          listResetRequests,
          { query: { limit: "2", ...query, ...(cursor && { cursor }) } },
        );
        read.push(...page.data);
        cursor = page.nextCursor;
      } while (cursor);
      return read;
    };
    const hers = await read({ email: ada.email.toUpperCase() });
    expect(hers.map(({ state }) => state)).toEqual(["valid", "used", "superseded", "expired"]);
    expect(hers[0]?.account).toMatchObject({ id: ada.accountId });
    expect(JSON.stringify(hers)).not.toContain("secret");
    expect(await read({ email: ada.email, state: "used" })).toMatchObject([{ endedBy: "code" }]);
    expect(await read({ email: "no@x.test" })).toMatchObject([{ state: "valid", account: null }]);
    expect(await read({ email: "no address" })).toEqual([]);
  });
});

describe("the first operator", () => {
  it("is made by a job, with a new account or with the one that is there", async () => {
    const job = { ...a.anyone().actor, kind: "job" as const, name: "MedVuno" };
    const body = { email: "first@run.test", firstName: "Ada", lastName: "First" };
    await expect(answer(makeOperator, job, { body })).rejects.toMatchObject({
      extras: { errors: { password: [expect.stringContaining("needs a password")] } },
    });
    await expect(answer(makeOperator, job, { body: { ...body, password: "short" } })).rejects.toMatchObject({
      code: "validation_failed",
    });
    const made = await answer(makeOperator, job, { body: { ...body, password: "Quiet-Lantern-58" } });
    expect(made).toMatchObject({ email: "first@run.test", isNew: true, wasOperator: false });
    const { user } = entered(
      await answer(login, a.anyone().actor, {
        body: { identifier: "first@run.test", password: "Quiet-Lantern-58" },
      }),
    );
    expect(user.publicId).toBe(made.publicId);
    expect(await answer(makeOperator, job, { body: { email: "FIRST@run.test" } })).toMatchObject({
      isNew: false,
      wasOperator: true,
    });
    const lab = await a.laboratory();
    const ada = await lab.member("technician");
    await answer(makeOperator, job, { body: { email: ada.email } });
    const operator = await a.operator();
    expect(await operator.does(openAccount, of(ada))).toMatchObject({ isOperator: true, state: "active" });
    const { data } = await operator.does(listPlatformEvents, { query: { action: "account.made_operator" } });
    expect(data[0]).toMatchObject({ actor: { kind: "job", name: "MedVuno" }, recordId: ada.accountId });
  });
});
