import { describe, expect, it } from "vitest";
import { perform } from "@/lib/api/perform";
import type { Actor } from "@/lib/core/actor";
import type { Problem } from "@/lib/core/problem";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import type { Place } from "@/lib/infra/hosts";
import { a, type Lab } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, lettersTo } from "@/tests/support/letters";
import { answer, bearer } from "@/tests/support/signed-in";
import { generateCode } from "./operations/generate-code";
import { readMe } from "./operations/read-me";
import { requestSignInCode } from "./operations/request-sign-in-code";
import { signInByCode, signInByCodeInBrowser } from "./operations/sign-in-by-code";

const minute = 60_000;
const invalid = { code: "code_invalid" };
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Somebody at a laboratory's address, or at another; each call from an address of its own. */
const at = (where: Lab | Place): Actor => ("ref" in where ? where.anonymous().actor : a.anyone(where).actor);
const request = (where: Lab | Place, email: string) =>
  answer(requestSignInCode, at(where), { body: { email } });
const enter = async (where: Lab | Place, email: string, code: string) =>
  entered(await answer(signInByCode, at(where), { body: { email, code } }));
const platform = <T>(work: Parameters<typeof inPlatform<T>>[1]) =>
  inPlatform<T>({ laboratoryId: null, accountId: null }, work);

describe("K4 signing in with a code from the mail", () => {
  it("answers with tokens of this address, by a session that says how it was begun", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await request(lab, tech.email.toUpperCase());
    const signedIn = await enter(lab, tech.email, await codeSentTo(tech.email));
    expect(signedIn.user).toMatchObject({ email: tech.email, roles: ["technician"] });
    expect((await answer(readMe, await bearer(signedIn.access, lab))).id).toBe(tech.accountId);
    const session = await platform(
      async (db) => await db.session.findFirst({ where: { id: signedIn.sessionId } }),
    );
    expect(session).toMatchObject({ firstFactor: "email_code", secondFactor: null, door: "program" });
    const [letter] = await lettersTo(tech.email);
    expect(letter).toMatchObject({ template: "sign-in-code" });
  });

  it("is done at every address, in a browser too, and its code is good for ten minutes", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    for (const place of [{ kind: "root" }, { kind: "learn" }] as const) {
      await request(place, email);
      const body = { email, code: await codeSentTo(email) };
      expect(await answer(signInByCodeInBrowser, at(place), { body })).toEqual({
        ticket: expect.any(String),
      });
    }
    clock.pass(11 * minute);
    await request(lab, email);
    const code = await codeSentTo(email);
    clock.pass(10 * minute);
    await expect(enter(lab, email, code)).rejects.toMatchObject(invalid);
  });

  it("P6 is asked for by generate-otp as well", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    await lab.anonymous().does(generateCode, { body: { email, purpose: "login" } });
    expect((await enter(lab, email, await codeSentTo(email))).user.email).toBe(email);
    await lab.anonymous().does(generateCode, { body: { email, purpose: "password_reset" } });
    expect((await lettersTo(email)).at(-1)?.template).toBe("password-reset");
    const before = (await lettersTo(email)).length;
    await lab.anonymous().does(generateCode, { body: { email, purpose: "registration" } });
    expect((await lettersTo(email)).length).toBe(before);
  });

  it("is limited to three requests and five tries in ten minutes for an address, whoever asks", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    a.clock("2026-11-20T08:00:00Z");
    for (let each = 0; each < 3; each += 1) await request(lab, email);
    await expect(request(lab, email)).rejects.toMatchObject({ code: "rate_limited" });
    const nobody = "nobody@nowhere.test";
    for (let each = 0; each < 3; each += 1) await request(lab, nobody);
    await expect(request(lab, nobody)).rejects.toMatchObject({ code: "rate_limited" });
    for (const address of [email, nobody]) {
      for (let each = 0; each < 5; each += 1) {
        await expect(enter(lab, address, "000000")).rejects.toMatchObject(invalid);
      }
      await expect(enter(lab, address, "000000")).rejects.toMatchObject({ code: "rate_limited" });
    }
  });
});

describe("S8 the code", () => {
  it("works once: of ten right answers at once one makes a session", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    a.clock(new Date());
    await request(lab, email);
    const code = await codeSentTo(email);
    const settled = await Promise.allSettled(Array.from({ length: 5 }, () => enter(lab, email, code)));
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
    for (const each of settled) {
      if (each.status === "rejected") expect(each.reason).toMatchObject(invalid);
    }
  });

  it("fails after five tries even if it is the right one, also when they come with fresh codes", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    await request(lab, email);
    for (let each = 0; each < 3; each += 1) {
      await expect(enter(lab, email, wrongOf(await codeSentTo(email)))).rejects.toMatchObject(invalid);
    }
    // In the next window of the limit, so that only the tries themselves are left to stand in the way.
    clock.set("2026-11-20T08:09:59Z");
    await request(lab, email);
    await expect(enter(lab, email, wrongOf(await codeSentTo(email)))).rejects.toMatchObject(invalid);
    clock.set("2026-11-20T08:10:00Z");
    for (let each = 0; each < 4; each += 1) {
      await expect(enter(lab, email, wrongOf(await codeSentTo(email)))).rejects.toMatchObject(invalid);
    }
    await expect(enter(lab, email, await codeSentTo(email))).rejects.toMatchObject(invalid);
    clock.set("2026-11-20T08:25:00Z");
    await request(lab, email);
    expect((await enter(lab, email, await codeSentTo(email))).user.email).toBe(email);
  });

  it("kills the one before it, and is bound to its person and its host", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const [one, other] = [lab.administrator.email, (await lab.member("cashier")).email];
    await request(lab, one);
    const old = await codeSentTo(one);
    await request(lab, one);
    const code = await codeSentTo(one);
    if (old !== code) await expect(enter(lab, one, old)).rejects.toMatchObject(invalid);
    await expect(enter(next, one, code)).rejects.toMatchObject(invalid);
    await expect(enter({ kind: "root" }, one, code)).rejects.toMatchObject(invalid);
    await expect(enter(lab, other, code)).rejects.toMatchObject(invalid);
    expect((await enter(lab, one, code)).user.email).toBe(one);
    await expect(enter(lab, one, code)).rejects.toMatchObject(invalid);
  });

  it("S7 is stored as a keyed hash", async () => {
    const lab = await a.laboratory();
    await request(lab, lab.administrator.email);
    const code = await codeSentTo(lab.administrator.email);
    const rows = await platform(async (db) => await db.emailCode.findMany());
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe("S16 who may sign in by mail", () => {
  it("cannot be told: members, strangers, disabled people and nobody get the same answers, and members the mail", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const [member, disabled] = [await lab.member("cashier"), await lab.member("cashier")];
    await platform(async (db) => {
      await db.account.update({ where: { id: disabled.accountId }, data: { state: "disabled" } });
    });
    const emails = [member.email, next.administrator.email, disabled.email, "nobody@nowhere.test"];
    const said: string[] = [];
    const refused: string[] = [];
    for (const email of emails) {
      const given = await perform(requestSignInCode, lab.anonymous().actor, { body: { email } });
      said.push(JSON.stringify({ ...given, allowance: null }));
      refused.push(
        await enter(lab, email, "000000").then(
          () => "in",
          ({ code, message, extras }: Problem) => JSON.stringify([code, message, extras]),
        ),
      );
    }
    expect([new Set(said).size, new Set(refused).size]).toEqual([1, 1]);
    const mailed = await Promise.all(emails.map(async (email) => (await lettersTo(email)).length));
    expect(mailed).toEqual([1, 0, 0, 0]);
    const trail = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { action: "account.code_requested" } });
    });
    // A laboratory reads of its own people only.
    expect(trail.filter(({ recordId }) => recordId !== null).map(({ recordId }) => recordId)).toEqual([
      member.accountId,
    ]);
  });

  it("is nobody where the laboratory does not let people in by mail, with the same answers", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    await request(lab, email);
    const code = await codeSentTo(email);
    const strict: Lab = {
      ...lab,
      anonymous: () => {
        const nobody = lab.anonymous();
        const laboratory = { ...lab.ref, allowsEmailCode: false };
        return { ...nobody, actor: { ...nobody.actor, laboratory } };
      },
    };
    // Mailed before it was switched off.
    await expect(enter(strict, email, code)).rejects.toMatchObject(invalid);
    expect(await request(strict, email)).toEqual(await request(lab, "nobody@nowhere.test"));
    expect((await lettersTo(email)).length).toBe(1);
  });
});

describe("S15 the second factor", () => {
  it("is asked for after a code: the mail never counts as one", async () => {
    const lab = await a.laboratory();
    const { email, accountId } = lab.administrator;
    await platform(async (db) => {
      const at = new Date();
      await db.totp.create({ data: { accountId, secretJwe: "x", confirmedAt: at, createdAt: at } });
    });
    await request(lab, email);
    const body = { email, code: await codeSentTo(email) };
    expect(await answer(signInByCode, at(lab), { body })).toMatchObject({ mfaRequired: true });
  });
});

describe("K8 the trail", () => {
  it("keeps who asked for a code and every try, done or refused", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    await request(lab, email);
    const code = await codeSentTo(email);
    await expect(enter(lab, email, wrongOf(code))).rejects.toMatchObject(invalid);
    await enter(lab, email, code);
    const rows = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({
        where: { action: { in: ["account.code_requested", "account.signed_in"] } },
        orderBy: { id: "asc" },
      });
    });
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      "account.code_requested done",
      "account.signed_in refused",
      "account.signed_in done",
    ]);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});
