import { describe, expect, it } from "vitest";
import type { Problem } from "@/lib/core/problem";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a, type Lab } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { asOwner } from "@/tests/support/rows-of";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { login } from "./operations/login";
import { readMe } from "./operations/read-me";

const minute = 60_000;

/** Everything an outsider sees of a refusal. */
async function refusal(attempt: Promise<unknown>) {
  const problem: Problem = await attempt.then(
    () => {
      throw new Error("It was let in.");
    },
    (error) => error,
  );
  const { code, message, extras, status } = problem;
  return { code, message, extras, status };
}

async function signInsOf(lab: Lab) {
  return inLaboratory(lab.ref.id, null, async (db) => {
    return await db.auditEvent.findMany({ where: { action: "account.signed_in" }, orderBy: { id: "asc" } });
  });
}

describe("signing in", () => {
  it("answers a member with tokens of this laboratory, its roles and their permissions", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const tech = await lab.member("technician");
    const signedIn = await signIn(lab, tech.email.toUpperCase());
    expect(signedIn).toMatchObject({
      tokenType: "Bearer",
      expiresIn: 900,
      user: {
        email: tech.email,
        accountType: "staff",
        emailVerified: true,
        laboratory: { id: lab.ref.id, slug: lab.ref.slug, name: "Harbour Laboratory" },
        roles: ["technician"],
      },
    });
    expect(signedIn.user.publicId).toMatch(/^STF\d{8}$/);
    expect(signedIn.user.permissions).toContain("result:enter");
    expect(signedIn.user.permissions).not.toContain("result:verify");
    const me = await bearer(signedIn.access, lab);
    expect(me.member?.id).toBe(tech.memberId);
    expect(await answer(readMe, me)).toMatchObject(signedIn.user);
  });

  it("S9 opens nothing with a password that was replaced between looking at it and letting in", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const overtaken: typeof login = {
      ...login,
      async prepare(context, input) {
        const proof = await login.prepare?.(context, input);
        if (!proof) throw new Error("Nothing was looked at before.");
        await asOwner("update credential set password_hash = 'another' where account_id = $1", [
          tech.accountId,
        ]);
        return proof;
      },
    };
    const body = { identifier: tech.email, password: a.password };
    const attempt = lab.anonymous().does(overtaken, { body });
    await expect(attempt).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("takes the public id for a name", async () => {
    const lab = await a.laboratory();
    const { user } = await signIn(lab, lab.administrator.email);
    expect((await signIn(lab, user.publicId.toLowerCase())).user).toEqual(user);
  });

  it("S16 answers a wrong password, an unknown name, a disabled account, a removed member and another laboratory's member alike", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const [tech, disabled, removed] = [
      await lab.member("technician"),
      await lab.member("technician"),
      await lab.member("technician"),
    ];
    const stranger = await next.member("administrator");
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.account.update({ where: { id: disabled.accountId }, data: { state: "disabled" } });
      await db.member.updateMany({ where: { id: removed.memberId }, data: { state: "removed" } });
    });
    const refusals = [
      await refusal(signIn(lab, tech.email, "Wrong-password-77")),
      await refusal(signIn(lab, "nobody@nowhere.test")),
      await refusal(signIn(lab, "not an address at all")),
      await refusal(signIn(lab, disabled.email)),
      await refusal(signIn(lab, removed.email)),
      await refusal(signIn(lab, stranger.email)),
    ];
    expect(refusals[0]?.code).toBe("unauthenticated");
    for (const each of refusals) expect(each).toEqual(refusals[0]);
  });

  it("S6 lets everybody in to their own account at the root address, and nobody into a laboratory from there", async () => {
    const [lab, operator] = [await a.laboratory(), await a.operator()];
    const atRoot = async (email: string) =>
      entered(await answer(login, a.anyone().actor, { body: { email, password: a.password } }));
    const { user, access } = await atRoot(operator.email);
    expect(user).toMatchObject({ laboratory: null, roles: [], permissions: [] });
    expect((await bearer(access, { kind: "root" })).account?.isOperator).toBe(true);
    const member = await atRoot(lab.administrator.email);
    expect(member.user).toMatchObject({ laboratory: null, roles: [], permissions: [] });
    await expect(bearer(member.access, { kind: "laboratory", slug: lab.ref.slug })).rejects.toThrow();
  });

  it("R25 S16 leaves both outcomes in the trail, and never that a stranger has an account elsewhere", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const tech = await lab.member("technician", { name: "Tess Bench" });
    await signIn(lab, tech.email);
    await refusal(signIn(lab, tech.email, "Wrong-password-77"));
    await refusal(signIn(lab, next.administrator.email));
    const told = (await signInsOf(lab)).map(({ outcome, recordId, details }) => ({
      outcome,
      recordId,
      details,
    }));
    expect(told).toEqual([
      { outcome: "done", recordId: tech.accountId, details: { name: "Tess Bench" } },
      { outcome: "refused", recordId: tech.accountId, details: { name: "Tess Bench" } },
      { outcome: "refused", recordId: null, details: null },
    ]);
    expect(JSON.stringify(told)).not.toContain(a.password);
  });
});

describe("S14 lockout", () => {
  const wrong = "Wrong-password-77";
  const times = (count: number) => Array.from({ length: count });

  it("waits 1, 2, 4, 8, then 15 minutes after five wrong passwords, saying the same", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { email } = await lab.member("technician");
    const first = await refusal(signIn(lab, email, wrong));
    for (const _ of times(4)) expect(await refusal(signIn(lab, email, wrong))).toEqual(first);
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      clock.pass(minutes * minute - 1000);
      expect(await refusal(signIn(lab, email))).toEqual(first);
      clock.pass(1000);
      expect(await refusal(signIn(lab, email, wrong))).toEqual(first);
    }
    clock.pass(15 * minute);
    expect((await signIn(lab, email)).user.email).toBe(email);
  });

  it("is not lengthened by tries while it lasts, and is over once the right password was given", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { email } = await lab.member("technician");
    for (const _ of times(25)) await refusal(signIn(lab, email, wrong));
    clock.pass(minute);
    await signIn(lab, email);
    for (const _ of times(4)) await refusal(signIn(lab, email, wrong));
    expect((await signIn(lab, email)).user.email).toBe(email);
  });

  it("keeps wrong passwords that come all at once: even the right one then fails", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { email } = await lab.member("technician");
    await Promise.all(times(12).map(() => refusal(signIn(lab, email, wrong))));
    expect((await refusal(signIn(lab, email))).code).toBe("unauthenticated");
  });

  it("does not keep a person out of a device they have used, which has a count of its own", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { email } = await lab.member("technician");
    const own = { ip: "198.51.100.7", device: "Firefox on Windows" };
    await signIn(lab, email, a.password, own);
    for (const _ of times(20)) await refusal(signIn(lab, email, wrong));
    expect((await refusal(signIn(lab, email))).code).toBe("unauthenticated");
    expect((await signIn(lab, email, a.password, own)).user.email).toBe(email);
    for (const _ of times(5)) await refusal(signIn(lab, email, wrong, own));
    expect((await refusal(signIn(lab, email, a.password, own))).code).toBe("unauthenticated");
    clock.pass(minute);
    expect((await signIn(lab, email, a.password, own)).user.email).toBe(email);
  });
});

describe("S3", () => {
  it("keeps hashes, sessions and tokens from the role that reads clinical tables, and those from the other", async () => {
    const lab = await a.laboratory();
    const asLab = (table: string) => inLaboratory(lab.ref.id, null, (db) => db.sql(`select 1 from ${table}`));
    for (const table of [
      "credential",
      "account",
      "session",
      "refresh_token",
      "link_token",
      "signing_key",
      "failed_sign_in",
      "hand_over_ticket",
      "registration",
    ]) {
      await expect(asLab(table), table).rejects.toMatchObject({ code: "42501" });
    }
    const asPlatform = (table: string) =>
      inPlatform({ laboratoryId: lab.ref.id, accountId: null }, (db) => db.sql(`select 1 from ${table}`));
    for (const table of [
      "patient",
      "orders",
      "sample",
      "result",
      "report",
      "report_file",
      "invoice",
      "audit_event",
    ]) {
      await expect(asPlatform(table), table).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("stores no token and no password as it is", async () => {
    const lab = await a.laboratory();
    const { access, refresh } = await signIn(lab, lab.administrator.email);
    const stored = await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      const rows = [];
      for (const table of ["credential", "session", "refresh_token", "signing_key"]) {
        rows.push(await db.sql(`select * from ${table}`));
      }
      return JSON.stringify(rows);
    });
    for (const secret of [access, refresh, a.password]) expect(stored).not.toContain(secret);
    expect(stored).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    expect(stored).not.toContain('"d":');
  });
});
