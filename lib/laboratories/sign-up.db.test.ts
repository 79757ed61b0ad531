import { describe, expect, it } from "vitest";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { readMe } from "@/lib/accounts/operations/read-me";
import { perform } from "@/lib/api/perform";
import type { Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";
import { codeSentTo, lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { answer, bearer } from "@/tests/support/signed-in";
import { checkAvailability } from "./operations/check-availability";
import { confirmLaboratory } from "./operations/confirm-laboratory";
import { confirmLaboratoryInBrowser } from "./operations/confirm-laboratory-in-browser";
import { foundOwnLaboratory, foundOwnLaboratoryInBrowser } from "./operations/found-own-laboratory";
import { inviteMember } from "./operations/invite-member";
import { registerStaff } from "./operations/register-staff";
import { resendLaboratoryCode } from "./operations/resend-laboratory-code";
import { signUpLaboratory } from "./operations/sign-up-laboratory";

let made = 0;

function wish(changes: { slug?: string; email?: string; password?: string } = {}) {
  made += 1;
  const {
    slug = `harbour-${made}`,
    email = `ada-${made}@clinic.test`,
    password = "SecurePassword123!",
  } = changes;
  const admin = { email, password, firstName: "Ada", lastName: "Okafor" };
  return { name: "Harbour Laboratory", slug, timeZone: "Europe/London", currency: "GBP", admin };
}

const signUp = (body: unknown) => a.anyone().does(signUpLaboratory, { body });
const confirm = (registrationId: string, code: string) =>
  a.anyone().does(confirmLaboratory, { body: { registrationId, code } });
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const invalid = { code: "code_invalid" };

describe("signing a laboratory up", () => {
  it("opens it with the code from the mail: its founder is administrator, with a catalogue to begin with", async () => {
    const body = wish();
    const { registrationId, email } = await signUp(body);
    expect(email).toBe(body.admin.email);
    const code = await codeSentTo(email);
    const confirmed = await confirm(registrationId, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(confirmed).toMatchObject({
      laboratory: { slug: body.slug, name: "Harbour Laboratory", url: `http://${body.slug}.lims.test` },
      tokenType: "Bearer",
      user: { email, emailVerified: true, roles: ["administrator"], laboratory: { slug: body.slug } },
    });
    const place = { kind: "laboratory", slug: body.slug } as const;
    const founder = await bearer(confirmed.access, place);
    expect(await answer(readMe, founder)).toMatchObject(confirmed.user);
    await expect(bearer(confirmed.access, { kind: "root" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const tests = await inLaboratory(confirmed.laboratory.id, null, async (db) => await db.test.count());
    expect(tests).toBeGreaterThan(10);
    const trail = await inLaboratory(confirmed.laboratory.id, null, async (db) => db.auditEvent.findMany());
    expect(trail).toMatchObject([
      {
        ...{ action: "laboratory.opened", outcome: "done", recordId: confirmed.laboratory.id },
        ...{ actorKind: "person", actorName: "Ada Okafor", actorRoles: ["administrator"] },
        details: { slug: body.slug, name: body.name, currency: "GBP" },
      },
    ]);
    await expect(confirm(registrationId, code)).rejects.toMatchObject(invalid);
  });

  it("S18a carries a browser over with a ticket of the laboratory's own address", async () => {
    const { registrationId, email } = await signUp(wish());
    const body = { registrationId, code: await codeSentTo(email) };
    const { laboratory, ticket } = await a.anyone().does(confirmLaboratoryInBrowser, { body });
    const lab = { ...a.anyone({ kind: "laboratory", slug: laboratory.slug }).actor };
    const other = await a.laboratory();
    await expect(other.anonymous().does(openBrowserSession, { body: { ticket } })).rejects.toMatchObject(
      invalid,
    );
    await expect(a.anyone().does(openBrowserSession, { body: { ticket } })).rejects.toMatchObject(invalid);
    const ref = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.laboratory.findFirst({ where: { slug: laboratory.slug } });
    });
    const opened = await answer(openBrowserSession, { ...lab, laboratory: ref }, { body: { ticket } });
    expect(opened.sessionId).toBeTruthy();
  });

  it("S16 answers the same for an address that has an account, and tells its owner by mail", async () => {
    const lab = await a.laboratory();
    const [known, unknown] = [wish({ email: lab.administrator.email.toUpperCase() }), wish()];
    const [one, two] = [
      await perform(signUpLaboratory, a.anyone().actor, { body: known }),
      await perform(signUpLaboratory, a.anyone().actor, { body: unknown }),
    ];
    const outside = (each: typeof one, email: string) => {
      const text = JSON.stringify({ ...each, allowance: null }).replace(email, "EMAIL");
      return text.replace(/[0-9a-f-]{36}/, "ID").replace(/\d{4}-[\dT:.-]+Z/, "TIME");
    };
    expect(outside(one, known.admin.email)).toBe(outside(two, unknown.admin.email));
    const [letter] = await lettersTo(lab.administrator.email);
    expect(letter?.template).toBe("already-registered");
    expect(letter?.text).not.toMatch(/\d{3} \d{3}/);
    expect((await lettersTo(unknown.admin.email)).map(({ template }) => template)).toEqual([
      "laboratory-code",
    ]);
    const { registrationId } = signUpLaboratory.output.parse(one.body) as { registrationId: string };
    await expect(confirm(registrationId, "000000")).rejects.toMatchObject(invalid);
  });

  it("writes nothing into the mail that whoever signs up could have made up, but the address", async () => {
    const body = { ...wish(), name: "You have won at evil.test" };
    await signUp({ ...body, admin: { ...body.admin, firstName: "Click", lastName: "evil.test" } });
    const [letter] = await lettersTo(body.admin.email);
    expect(`${letter?.subject}${letter?.html}${letter?.text}`).not.toContain("evil.test");
    expect(letter?.text).toContain(`${body.slug}.lims.test`);
  });

  it("refuses a taken, a reserved and a malformed address, and a weak password, field by field", async () => {
    const lab = await a.laboratory();
    await expect(signUp(wish({ slug: lab.ref.slug }))).rejects.toMatchObject({
      code: "already_exists",
      extras: { errors: { slug: ["This address is taken."] } },
    });
    for (const slug of [
      "www",
      "learn",
      "api",
      "a",
      "ab",
      "-harbour",
      "harbour-",
      "har bour",
      "1harbour",
      "xn--hrbour-bua",
      "h".repeat(33),
      "härbour",
    ]) {
      const refusal: Problem = await signUp(wish({ slug })).catch((error) => error);
      expect(refusal.code, slug).toBe("validation_failed");
      expect(Object.keys(refusal.extras.errors ?? {}), slug).toEqual(["slug"]);
    }
    await expect(signUp(wish({ password: "password" }))).rejects.toMatchObject({
      extras: { errors: { "admin.password": expect.arrayContaining(["Use at least 12 characters."]) } },
    });
    await expect(signUp(wish({ password: "Harbour-river-73!" }))).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  it("S26 refuses what cannot be set from outside", async () => {
    const body = wish();
    for (const extra of [
      { id: "x" },
      { isDemonstration: true },
      { state: "active" },
      { admin: { ...body.admin, isOperator: true } },
      { admin: { ...body.admin, roles: ["pathologist"] } },
    ]) {
      await expect(signUp({ ...body, ...extra })).rejects.toMatchObject({ code: "validation_failed" });
    }
  });

  it("is done at the root address only", async () => {
    const lab = await a.laboratory();
    await expect(lab.anonymous().does(signUpLaboratory, { body: wish() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("tells beforehand whether an address can be had", async () => {
    const lab = await a.laboratory();
    const check = (slug: string) => a.anyone().does(checkAvailability, { query: { slug } });
    expect(await check("Free-One")).toEqual({ slug: "free-one", available: true });
    expect(await check(lab.ref.slug)).toEqual({ slug: lab.ref.slug, available: false, reason: "taken" });
    expect(await check("learn")).toEqual({ slug: "learn", available: false, reason: "reserved" });
    expect(await check("no!")).toEqual({ slug: "no!", available: false, reason: "malformed" });
  });

  it("opens one of two laboratories that were promised the same address", async () => {
    const slug = `promised-${made}`;
    const [one, two] = [await signUp(wish({ slug })), await signUp(wish({ slug }))];
    await confirm(one.registrationId, await codeSentTo(one.email));
    await expect(confirm(two.registrationId, await codeSentTo(two.email))).rejects.toMatchObject({
      code: "already_exists",
    });
  });
});

describe("having the code mailed again", () => {
  const resend = (registrationId: string) =>
    a.anyone().does(resendLaboratoryCode, { body: { registrationId } });

  it("K3 S8 brings a new one for another half hour, and the old one is dead", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { registrationId, email } = await signUp(wish());
    const old = await codeSentTo(email);
    clock.pass(20 * 60_000);
    await resend(registrationId);
    const code = await codeSentTo(email);
    clock.pass(20 * 60_000);
    if (old !== code) await expect(confirm(registrationId, old)).rejects.toMatchObject(invalid);
    expect((await confirm(registrationId, code)).user.email).toBe(email);
  });

  it("S16 says the same of a registration that never was, and of an address that has an account", async () => {
    const lab = await a.laboratory();
    const known = await signUp(wish({ email: lab.administrator.email }));
    const waiting = await signUp(wish());
    const said = [
      await resend(known.registrationId),
      await resend(waiting.registrationId),
      await resend("019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10"),
    ];
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
    const letters = await lettersTo(lab.administrator.email);
    expect(letters.map(({ template }) => template)).toEqual(["already-registered", "already-registered"]);
    await expect(confirm(known.registrationId, "000000")).rejects.toMatchObject(invalid);
  });
});

describe("a further laboratory", () => {
  const at = (actor: Actor, slug: string) => {
    const body = { name: "Second Laboratory", slug, timeZone: "Europe/London", currency: "GBP" };
    return answer(foundOwnLaboratory, actor, { body });
  };

  it("is opened at once by who is signed in at the root address, as its administrator", async () => {
    const operator = await a.operator();
    const { laboratory } = await at(operator.actor, `second-${made}`);
    expect(laboratory).toMatchObject({ slug: `second-${made}`, url: `http://second-${made}.lims.test` });
    const members = await inPlatform({ laboratoryId: laboratory.id, accountId: null }, async (db) => {
      return await db.member.findMany({ where: { laboratoryId: laboratory.id } });
    });
    expect(members).toMatchObject([{ accountId: operator.accountId, roles: ["administrator"] }]);
    await expect(at(operator.actor, `second-${made}`)).rejects.toMatchObject({ code: "already_exists" });
    await expect(at(operator.actor, "www")).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("S18a carries a browser over with a ticket of the laboratory's own address", async () => {
    const operator = await a.operator();
    const slug = `carried-${made}`;
    const body = { name: "Second Laboratory", slug, timeZone: "Europe/London", currency: "GBP" };
    const { ticket } = await answer(foundOwnLaboratoryInBrowser, operator.actor, { body });
    await expect(a.anyone().does(openBrowserSession, { body: { ticket } })).rejects.toMatchObject(invalid);
  });

  it("is not opened from a laboratory's address, nor by nobody, nor with somebody else as administrator", async () => {
    const lab = await a.laboratory();
    await expect(at(lab.administrator.actor, `third-${made}`)).rejects.toMatchObject({ code: "not_found" });
    await expect(at(a.anyone().actor, `third-${made}`)).rejects.toMatchObject({ code: "unauthenticated" });
    const { admin: _, ...body } = { ...wish(), founder: { accountId: lab.administrator.accountId } };
    const { actor } = await a.operator();
    await expect(answer(foundOwnLaboratory, actor, { body })).rejects.toMatchObject({
      code: "validation_failed",
    });
  });
});

describe("M5 registering as staff", () => {
  it("is accepting an invitation, and needs one", async () => {
    const lab = await a.laboratory();
    const email = "new-hire@clinic.test";
    await lab.administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
    const password = "SecurePassword123!";
    const person = { firstName: "Nora", lastName: "Hire", password, passwordConfirm: password };
    const invitation = await linkTokenSentTo(email);
    const register = (body: unknown) => lab.anonymous().does(registerStaff, { body });
    await expect(register({ ...person, invitation: "x".repeat(43) })).rejects.toMatchObject(invalid);
    await expect(register(person)).rejects.toMatchObject({ code: "validation_failed" });
    await expect(register({ ...person, invitation, roles: ["administrator"] })).rejects.toMatchObject({
      code: "validation_failed",
    });
    expect(await register({ ...person, invitation })).toMatchObject({
      user: { email, accountType: "staff", roles: ["technician"] },
    });
    await expect(register({ ...person, invitation })).rejects.toMatchObject(invalid);
  });
});

describe("S8 the code", () => {
  it("is good for five tries: after them even the right one fails", async () => {
    const { registrationId, email } = await signUp(wish());
    const code = await codeSentTo(email);
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(confirm(registrationId, wrongOf(code))).rejects.toMatchObject(invalid);
    }
    await expect(confirm(registrationId, code)).rejects.toMatchObject(invalid);
  });

  it("is good for five tries that come all at once, too", async () => {
    const { registrationId, email } = await signUp(wish());
    const code = await codeSentTo(email);
    const guesses = Array.from({ length: 40 }, (_, at) =>
      confirm(registrationId, String(at).padStart(6, "0")),
    );
    await Promise.allSettled(guesses);
    await expect(confirm(registrationId, code)).rejects.toMatchObject(invalid);
    const tries = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return (await db.registration.findFirst({ where: { id: registrationId } }))?.triesSpent;
    });
    expect(tries).toBe(5);
  });

  it("gives no fresh tries to whoever asks for fresh codes, until half an hour has passed", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const email = "target@clinic.test";
    for (let round = 0; round < 2; round++) {
      const { registrationId } = await signUp(wish({ email }));
      const code = await codeSentTo(email);
      for (let attempt = 0; attempt < 3; attempt++)
        await confirm(registrationId, wrongOf(code)).catch(() => {});
    }
    const { registrationId } = await signUp(wish({ email }));
    await expect(confirm(registrationId, await codeSentTo(email))).rejects.toMatchObject(invalid);
    clock.pass(31 * 60_000);
    const later = await signUp(wish({ email }));
    expect((await confirm(later.registrationId, await codeSentTo(email))).user.email).toBe(email);
  });

  it("opens one laboratory when the right answer comes ten times at once", async () => {
    const { registrationId, email } = await signUp(wish());
    const code = await codeSentTo(email);
    const settled = await Promise.allSettled(Array.from({ length: 10 }, () => confirm(registrationId, code)));
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1);
    for (const each of settled) {
      if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Problem);
    }
  });

  it("kills the one before it, and is bound to its own sign-up", async () => {
    const email = "twice@clinic.test";
    const [first, other] = [await signUp(wish({ email })), await signUp(wish())];
    const old = await codeSentTo(email);
    const second = await signUp(wish({ email }));
    const code = await codeSentTo(email);
    await expect(confirm(first.registrationId, old)).rejects.toMatchObject(invalid);
    await expect(confirm(other.registrationId, code)).rejects.toMatchObject(invalid);
    expect((await confirm(second.registrationId, code)).user.email).toBe(email);
  });

  it("is over after thirty minutes", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { registrationId, email, expiresAt } = await signUp(wish());
    expect(expiresAt).toBe("2026-11-20T08:30:00.000Z");
    clock.pass(30 * 60_000);
    await expect(confirm(registrationId, await codeSentTo(email))).rejects.toMatchObject(invalid);
  });

  it("S7 is stored as a keyed hash, and what waited with it is forgotten once it was used", async () => {
    const { registrationId, email } = await signUp(wish());
    const code = await codeSentTo(email);
    const stored = () =>
      inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
        return await db.registration.findFirst({ where: { id: registrationId } });
      });
    const before = await stored();
    expect(JSON.stringify(before)).not.toContain(code);
    expect(before?.codeHmac).toMatch(/^[\w-]{43}$/);
    await confirm(registrationId, code);
    expect((await stored())?.payload).toEqual({});
  });
});
