import { describe, expect, it } from "vitest";
import { perform } from "@/lib/api/perform";
import { Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import type { AnyOperation } from "@/lib/infra/operation";
import { a } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, lettersTo, linkTokenSentTo, resetLinkSentTo } from "@/tests/support/letters";
import { answer, bearer } from "@/tests/support/signed-in";
import { changeMyProfile } from "./operations/change-profile";
import { confirmByCodeInBrowser, confirmByLinkInBrowser } from "./operations/confirm-in-browser";
import { login } from "./operations/login";
import { openBrowserSession } from "./operations/open-browser-session";
import { openVerificationLink } from "./operations/open-verification-link";
import { readMe } from "./operations/read-me";
import { registerAsDoctor } from "./operations/register-doctor";
import { registerAsPatient, registerPatientAccount } from "./operations/register-patient";
import { resendVerification } from "./operations/resend-verification";
import { resetByLink } from "./operations/reset-by-link";
import { verifyCode } from "./operations/verify-code";
import { verifyLink } from "./operations/verify-link";
import { verifyProviderEmail } from "./operations/verify-provider-email";

const learn = { kind: "learn" } as const;
const invalid = { code: "code_invalid" };
const minute = 60_000;
let made = 0;

function person(changes: Record<string, unknown> = {}) {
  made += 1;
  const password = "SecurePassword123!";
  return {
    ...{ email: `john-${made}@home.test`, password, passwordConfirm: password },
    ...{ firstName: "John", lastName: "Doe" },
    ...changes,
  };
}

const register = (body: unknown, place: { kind: "learn" } | { kind: "root" } = learn) =>
  a.anyone(place).does(registerPatientAccount, { body });
const verify = async (email: string, code: string, place: { kind: "learn" } | { kind: "root" } = learn) =>
  entered(await a.anyone(place).does(verifyCode, { body: { email, code, purpose: "registration" } }));
const follow = async (token: string, place: { kind: "learn" } | { kind: "root" } = learn) =>
  entered(await a.anyone(place).does(verifyLink, { body: { token } }));
const resend = (email: string) => a.anyone(learn).does(resendVerification, { body: { email } });
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const platform = <T>(work: Parameters<typeof inPlatform<T>>[1]) =>
  inPlatform<T>({ laboratoryId: null, accountId: null }, work);
const sessionsOf = (accountId: string) =>
  platform(async (db) => await db.session.count({ where: { accountId } }));
const accountsWith = (email: string) => platform(async (db) => await db.account.count({ where: { email } }));

/** All that somebody outside sees of an answer, but for what is drawn anew each time. */
async function outside(
  op: AnyOperation,
  body: { email: string },
  place: { kind: "learn" } | { kind: "root" } = learn,
) {
  const said = await perform(op, a.anyone(place).actor, { body });
  return JSON.stringify({ ...said, allowance: null })
    .replaceAll(body.email, "EMAIL")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replace(/\d{4}-[\dT:.-]+Z/g, "TIME");
}

describe("registering as a patient", () => {
  it("K1 P3 waits for the code, which makes the account and signs in", async () => {
    const body = person();
    const { registrationId, email } = await register(body);
    expect(email).toBe(body.email);
    expect(await accountsWith(email)).toBe(0);
    await expect(
      a.anyone(learn).does(login, { body: { identifier: email, password: body.password } }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    const code = await codeSentTo(email);
    const signedIn = await verify(email.toUpperCase(), `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(signedIn.user).toMatchObject({
      ...{ id: registrationId, email, emailVerified: true, accountType: "patient", firstName: "John" },
      ...{ laboratory: null, roles: [], permissions: [] },
    });
    expect(signedIn.user.publicId).toMatch(/^PAT\d{8}$/);
    expect(await answer(readMe, await bearer(signedIn.access, learn))).toMatchObject(signedIn.user);
  });

  it("K2 S9 is confirmed by the link of the same mail, which looking at does not spend", async () => {
    const { email, expiresAt } = await register(person());
    const token = await linkTokenSentTo(email);
    const look = () => a.anyone(learn).does(openVerificationLink, { query: { token } });
    for (let scanner = 0; scanner < 3; scanner += 1) {
      expect(await look()).toEqual({ valid: true, emailHint: "j••@home.test", expiresAt });
    }
    expect((await follow(token)).user.email).toBe(email);
    expect(await look()).toEqual({ valid: false, emailHint: null, expiresAt: null });
    await expect(follow(token)).rejects.toMatchObject(invalid);
  });

  it("K5 welcomes whoever confirmed, and nobody before", async () => {
    const { email } = await register(person());
    const templates = async () => (await lettersTo(email)).map(({ template }) => template);
    expect(await templates()).toEqual(["verify-email"]);
    const { user } = await verify(email, await codeSentTo(email));
    expect((await templates()).slice(0, 2)).toEqual(["verify-email", "welcome"]);
    expect((await lettersTo(email))[1]?.text).toContain(user.publicId);
  });

  it("P14 P2 keeps what a patient tells, and signs in by username and public id", async () => {
    const body = person({
      ...{ username: "John_Doe.7", phoneNumber: "+44 (20) 7946-0958" },
      ...{ birthDate: "1961-06-15", isPregnant: false },
    });
    const { email } = await a.anyone(learn).does(registerAsPatient, { body });
    const { user } = await verify(email, await codeSentTo(email));
    const row = await platform(async (db) => await db.account.findFirst({ where: { id: user.id } }));
    expect(row).toMatchObject({ username: "john_doe.7", phone: "+442079460958", isPregnant: false });
    expect(row?.birthDate?.toISOString()).toBe("1961-06-15T00:00:00.000Z");
    for (const identifier of ["JOHN_DOE.7", user.publicId.toLowerCase(), email]) {
      const again = { identifier, password: body.password };
      expect(entered(await a.anyone(learn).does(login, { body: again })).user.id).toBe(user.id);
    }
  });

  it("S16 leaves out a username that somebody has, and says nothing of it", async () => {
    const [one, two] = [person({ username: "taken.name" }), person({ username: "TAKEN.name" })];
    expect(await outside(registerPatientAccount, one)).toBe(await outside(registerPatientAccount, two));
    expect((await verify(one.email, await codeSentTo(one.email))).user.username).toBe("taken.name");
    expect((await verify(two.email, await codeSentTo(two.email))).user.username).toBeNull();
  });

  it("P1 tells whoever has proved the address which username was taken, until they save their profile", async () => {
    const signedIn = async (changes: object) => {
      const { email } = await register(person({ ...changes }));
      return bearer((await verify(email, await codeSentTo(email))).access, learn);
    };
    const first = await signedIn({ username: "ada.taken" });
    expect(await answer(readMe, first)).toMatchObject({ username: "ada.taken", takenUsername: null });
    expect((await answer(readMe, await signedIn({}))).takenUsername).toBeNull();
    const second = await signedIn({ username: "Ada.Taken" });
    const me = await answer(readMe, second);
    expect(me).toMatchObject({ username: null, takenUsername: "ada.taken" });
    const change = (username: string) =>
      answer(changeMyProfile, second, { body: { username }, ifMatch: me.version });
    await expect(change("ada.taken")).rejects.toMatchObject({ code: "already_exists" });
    expect(await change("ada.second")).toMatchObject({ username: "ada.second", takenUsername: null });
    expect((await answer(readMe, second)).takenUsername).toBeNull();
  });

  it("refuses what is wrong field by field", async () => {
    const wrong: [Record<string, unknown>, string][] = [
      [{ email: "no address" }, "email"],
      [{ email: "a@b@home.test" }, "email"],
      [{ passwordConfirm: "Another-word-77" }, "passwordConfirm"],
      [{ password: "short", passwordConfirm: "short" }, "password"],
      [{ password: "John-river-7733", passwordConfirm: "John-river-7733" }, "password"],
      [{ firstName: "" }, "firstName"],
      [{ firstName: "a\u0000b" }, "firstName"],
      [{ username: "a@home.test" }, "username"],
      [{ username: "PAT12345678" }, "username"],
      [{ username: "раурal" }, "username"],
      [{ phoneNumber: "020 7946 0958" }, "phoneNumber"],
      [{ birthDate: "1961-02-30" }, "birthDate"],
      [{ birthDate: "2999-01-01" }, "birthDate"],
      [{ isPregnant: "no" }, "isPregnant"],
    ];
    for (const [change, field] of wrong) {
      const refusal: Problem = await register(person(change)).catch((error) => error);
      expect(refusal, field).toBeInstanceOf(Problem);
      expect(refusal.code, field).toBe("validation_failed");
      expect(Object.keys(refusal.extras.errors ?? {}), JSON.stringify(change)).toEqual([field]);
    }
  });

  it("S26 lets nobody set what only we say", async () => {
    for (const extra of [
      { id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" },
      { isOperator: true },
      { emailVerifiedAt: "2026-01-01T00:00:00Z" },
      { kind: "staff" },
      { role: "administrator" },
      { publicId: "PAT00000001" },
      { state: "verified" },
      { laboratoryId: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" },
    ]) {
      await expect(register({ ...person(), ...extra })).rejects.toMatchObject({ code: "validation_failed" });
    }
  });

  it("is done at the portal and at the root address; a laboratory says where", async () => {
    const lab = await a.laboratory();
    const there = lab.anonymous().does(registerPatientAccount, { body: person() });
    await expect(there).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("http://learn.lims.test/register"),
    });
    const { email } = await register(person(), { kind: "root" });
    expect((await verify(email, await codeSentTo(email), { kind: "root" })).user.email).toBe(email);
  });

  it("is limited to three an hour from one address, wherever it comes in", async () => {
    const one = a.anyone(learn);
    for (const body of [person(), person(), person()]) await one.does(registerPatientAccount, { body });
    await expect(one.does(registerAsPatient, { body: person() })).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  it("H8 K8 leaves one event of a flood: the first attempt that the limit refused", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const one = a.anyone(learn);
    for (const body of [person(), person(), person()]) await one.does(registerPatientAccount, { body });
    for (let each = 0; each < 6; each += 1) {
      const op = each % 2 === 0 ? registerPatientAccount : registerAsPatient;
      await expect(one.does(op, { body: person() })).rejects.toMatchObject({ code: "rate_limited" });
    }
    const { ip } = one.actor.from;
    const events = await platform(
      async (db) => await db.platformEvent.findMany({ where: { ip, action: "registration.asked" } }),
    );
    const refused = events.filter(({ outcome }) => outcome === "refused");
    expect([events.length, refused.map(({ details }) => details)]).toEqual([
      4,
      [{ problem: "rate_limited" }],
    ]);
  });
});

describe("S16 whether somebody has an account", () => {
  it("cannot be told from registering, byte for byte; its owner learns of it by mail", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    const [known, unknown] = [person({ email: email.toUpperCase() }), person()];
    expect(await outside(registerPatientAccount, known)).toBe(await outside(registerPatientAccount, unknown));
    expect((await lettersTo(email)).map(({ template }) => template)).toEqual(["already-registered"]);
    expect(await lettersTo(email.toUpperCase())).toEqual([]);
    for (let code = 0; code < 3; code += 1) {
      await expect(verify(email, String(code).padStart(6, "0"))).rejects.toMatchObject(invalid);
    }
    expect(await accountsWith(email)).toBe(1);
  });

  it("cannot be told from asking for another mail, nor from a wrong code", async () => {
    const lab = await a.laboratory();
    const waiting = await register(person());
    const known = person({ email: lab.administrator.email });
    await register(known);
    const emails = [waiting.email, known.email, "nobody@nowhere.test", (await lab.member("cashier")).email];
    const resent = await Promise.all(emails.map((email) => outside(resendVerification, { email })));
    expect(new Set(resent).size).toBe(1);
    const refusals = await Promise.all(
      emails.map((email) =>
        verify(email, "000000").catch((error: Problem) =>
          JSON.stringify([error.code, error.message, error.extras]),
        ),
      ),
    );
    expect(new Set(refusals).size).toBe(1);
  });

  it("writes to nobody who did not register", async () => {
    const lab = await a.laboratory();
    await resend(lab.administrator.email);
    await resend("nobody-at-all@nowhere.test");
    expect(await lettersTo(lab.administrator.email)).toEqual([]);
    expect(await lettersTo("nobody-at-all@nowhere.test")).toEqual([]);
    expect(await lettersTo("nobody@nowhere.invalid")).toEqual([]);
  });
});

describe("S8 the code of a registration", () => {
  it("is good for five tries, one after another or all at once; then the right one fails", async () => {
    const [serial, parallel] = [await register(person()), await register(person())];
    const [one, other] = [await codeSentTo(serial.email), await codeSentTo(parallel.email)];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(verify(serial.email, wrongOf(one))).rejects.toMatchObject(invalid);
    }
    await expect(verify(serial.email, one)).rejects.toMatchObject(invalid);
    await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) => verify(parallel.email, String(at).padStart(6, "0"))),
    );
    await expect(verify(parallel.email, other)).rejects.toMatchObject(invalid);
    const row = await platform(
      async (db) => await db.registration.findFirst({ where: { id: parallel.registrationId } }),
    );
    expect(row?.triesSpent).toBe(5);
  });

  it("makes one account and one session when the right one comes ten times at once, and the link with it", async () => {
    const { email } = await register(person());
    const [code, token] = [await codeSentTo(email), await linkTokenSentTo(email)];
    const tries = Array.from({ length: 10 }, (_, at) => (at % 3 === 0 ? follow(token) : verify(email, code)));
    const settled = await Promise.allSettled(tries);
    const [entry, ...more] = settled.filter((each) => each.status === "fulfilled");
    expect([entry?.status, more.length]).toEqual(["fulfilled", 0]);
    for (const each of settled) {
      if (each.status === "rejected") expect(each.reason).toMatchObject(invalid);
    }
    expect(await accountsWith(email)).toBe(1);
    expect(await sessionsOf(entry?.status === "fulfilled" ? entry.value.user.id : "")).toBe(1);
  });

  it("K3 is renewed by resending, with its link; the old ones are dead, and tries that were spent stay spent", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { email, registrationId } = await register(person());
    const [code, token] = [await codeSentTo(email), await linkTokenSentTo(email)];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await expect(verify(email, wrongOf(code))).rejects.toMatchObject(invalid);
    }
    clock.pass(20 * minute);
    await resend(email);
    const [newCode, newToken] = [await codeSentTo(email), await linkTokenSentTo(email)];
    await expect(follow(token)).rejects.toMatchObject(invalid);
    if (code !== newCode) await expect(verify(email, code)).rejects.toMatchObject(invalid);
    // That was the fifth: the code is over, the link of the same mail is not, beyond the first half hour.
    await expect(verify(email, newCode)).rejects.toMatchObject(invalid);
    clock.pass(20 * minute);
    expect((await follow(newToken)).user.id).toBe(registrationId);
  });

  it("S9 kills the older link even when both are mailed in the same moment", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const { email } = await register(person());
    const token = await linkTokenSentTo(email);
    await resend(email);
    await expect(follow(token)).rejects.toMatchObject(invalid);
    expect((await follow(await linkTokenSentTo(email))).user.email).toBe(email);
  });

  it("ends after thirty minutes, with the link", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { email, expiresAt } = await register(person());
    expect(expiresAt).toBe("2026-11-20T08:30:00.000Z");
    clock.pass(30 * minute);
    await expect(verify(email, await codeSentTo(email))).rejects.toMatchObject(invalid);
    await expect(follow(await linkTokenSentTo(email))).rejects.toMatchObject(invalid);
  });

  it("S6 S8 is bound to its person and its host, and so is the link", async () => {
    const [one, other] = [await register(person()), await register(person())];
    const [code, token] = [await codeSentTo(one.email), await linkTokenSentTo(one.email)];
    await expect(verify(one.email, code, { kind: "root" })).rejects.toMatchObject(invalid);
    await expect(follow(token, { kind: "root" })).rejects.toMatchObject(invalid);
    if (code !== (await codeSentTo(other.email))) {
      await expect(verify(other.email, code)).rejects.toMatchObject(invalid);
    }
    const lab = await a.laboratory();
    await expect(lab.anonymous().does(verifyLink, { body: { token } })).rejects.toMatchObject(invalid);
    expect((await verify(one.email, code)).user.email).toBe(one.email);
  });

  it("kills the registrations before it, of a patient or of a provider", async () => {
    const email = "both@home.test";
    await register(person({ email }));
    const old = [await codeSentTo(email), await linkTokenSentTo(email)] as const;
    const password = "SecurePassword123!";
    const doctor = { ...{ email, firstName: "Jo", lastName: "Doe", password }, specialization: "Cardiology" };
    await a.anyone(learn).does(registerAsDoctor, { body: { ...doctor, confirmPassword: password } });
    await expect(follow(old[1])).rejects.toMatchObject(invalid);
    const code = await codeSentTo(email);
    if (code !== old[0]) await expect(verify(email, old[0])).rejects.toMatchObject(invalid);
    expect((await verify(email, code)).user.accountType).toBe("provider");
  });

  it("S7 is stored as a keyed hash, the link as a hash; what waited is forgotten once it came true", async () => {
    const body = person();
    const { email, registrationId } = await register(body);
    const [code, token] = [await codeSentTo(email), await linkTokenSentTo(email)];
    const stored = () =>
      platform(async (db) => [
        await db.registration.findFirst({ where: { id: registrationId } }),
        await db.linkToken.findMany({ where: { subjectId: registrationId } }),
      ]);
    const text = JSON.stringify(await stored());
    for (const secret of [code, token, body.password]) expect(text).not.toContain(secret);
    await verify(email, code);
    expect((await stored())[0]).toMatchObject({ payload: {} });
  });
});

const canSignIn = (email: string, password: string) =>
  a
    .anyone(learn)
    .does(login, { body: { identifier: email, password } })
    .then(
      () => true,
      () => false,
    );

describe("S8 S9 an address that somebody else registers as well", () => {
  const strangers = "Stranger-words-99";
  const owners = "Owner-harbour-words-42";
  const chosen = "Chosen-lantern-words-58";
  const typing = (email: string, password: string) => person({ email, password, passwordConfirm: password });
  const ways: [string, (email: string) => Promise<unknown>][] = [
    ["code", async (email) => verify(email, await codeSentTo(email))],
    ["link", async (email) => follow(await linkTokenSentTo(email))],
    [
      "code in a browser",
      async (email) => {
        const body = { email, code: await codeSentTo(email) };
        const entry = await a.anyone(learn).does(confirmByCodeInBrowser, { body });
        expect(entry).toEqual({ ticket: expect.any(String), wantsPassword: true });
      },
    ],
    [
      "link in a browser",
      async (email) => {
        const body = { token: await linkTokenSentTo(email) };
        const entry = await a.anyone(learn).does(confirmByLinkInBrowser, { body });
        expect(entry).toEqual({ ticket: expect.any(String), wantsPassword: true });
      },
    ],
  ];

  it.each(ways)(
    "is the owner's, who lets nobody's password in by confirming the stranger's %s, and chooses one by mail",
    async (way, confirm) => {
      const email = `hijacked-by-${way.replaceAll(" ", "-")}@home.test`;
      await register(typing(email, owners));
      await register(typing(email, strangers));
      await confirm(email);
      expect((await lettersTo(email)).map(({ template }) => template).slice(2, 4)).toEqual([
        "welcome",
        "password-reset",
      ]);
      for (const password of [strangers, owners]) expect(await canSignIn(email, password)).toBe(false);
      const body = { ...(await resetLinkSentTo(email)), newPassword: chosen, newPasswordConfirm: chosen };
      await a.anyone(learn).does(resetByLink, { body });
      expect(await canSignIn(email, chosen)).toBe(true);
      expect(await canSignIn(email, strangers)).toBe(false);
    },
  );

  it("stays so whoever was first, at whichever address of ours, however often, until all have run out", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const email = "hijacked-again@home.test";
    await register(typing(email, strangers));
    await register(typing(email, owners), { kind: "root" });
    await register(typing(email, owners));
    await resend(email);
    await verify(email, await codeSentTo(email));
    for (const password of [strangers, owners]) expect(await canSignIn(email, password)).toBe(false);

    const later = "later@home.test";
    await register(typing(later, strangers));
    clock.pass(30 * minute);
    await register(typing(later, owners));
    const { user } = await verify(later, await codeSentTo(later));
    expect(user.email).toBe(later);
    expect((await lettersTo(later)).map(({ template }) => template)).not.toContain("password-reset");
    expect(await canSignIn(later, owners)).toBe(true);
  });

  it("counts as such when both come at the same moment, and nothing could be compared", async () => {
    const email = "hijacked-at-once@home.test";
    await Promise.all([owners, strangers].map((password) => register(typing(email, password))));
    await verify(email, await codeSentTo(email));
    for (const password of [strangers, owners]) expect(await canSignIn(email, password)).toBe(false);
  });

  it("of a provider asks for a password as well, and is received", async () => {
    const email = "hijacked-doctor@home.test";
    await register(typing(email, owners));
    const doctor = { ...{ email, firstName: "Jo", lastName: "Doe" }, specialization: "Cardiology" };
    const passwords = { password: strangers, confirmPassword: strangers };
    await a.anyone(learn).does(registerAsDoctor, { body: { ...doctor, ...passwords } });
    const body = { email, code: await codeSentTo(email) };
    expect(await a.anyone(learn).does(verifyProviderEmail, { body })).toMatchObject({ verified: true });
    expect(await canSignIn(email, strangers)).toBe(false);
    expect((await lettersTo(email)).at(-1)?.template).toBe("password-reset");
  });

  it("leaves the password to whoever registers twice with the same one", async () => {
    const email = "twice@home.test";
    for (const place of [learn, { kind: "root" } as const, learn])
      await register(typing(email, owners), place);
    await verify(email, await codeSentTo(email));
    expect(await canSignIn(email, owners)).toBe(true);
    expect((await lettersTo(email)).map(({ template }) => template)).not.toContain("password-reset");
  });

  it("S16 cannot be told from one that nobody registers", async () => {
    const email = "hijacked-unseen@home.test";
    const first = await outside(registerPatientAccount, typing(email, owners));
    expect(await outside(registerPatientAccount, typing(email, strangers))).toBe(first);
  });
});

describe("in a browser", () => {
  it("K3 an older tab's code works after it asked for a new mail, whichever registration that renewed", async () => {
    const email = "two-tabs@home.test";
    const body = person({ email });
    // The tab keeps what its own registration answered; the other tab's has ended that one since.
    const older = await register(body);
    await register(body);
    await resend(older.email);
    const typed = { email: older.email, code: await codeSentTo(email) };
    const entry = await a.anyone(learn).does(confirmByCodeInBrowser, { body: typed });
    expect(entry).toEqual({ ticket: expect.any(String) });
    expect(await canSignIn(email, body.password)).toBe(true);
  });

  it("S18a the link answers with a ticket that opens one session of this host", async () => {
    const { email } = await register(person());
    const body = { token: await linkTokenSentTo(email) };
    const entry = await a.anyone(learn).does(confirmByLinkInBrowser, { body });
    if (!("ticket" in entry)) throw new Error("Nobody who is new has a second factor.");
    const { ticket } = entry;
    await expect(a.anyone().does(openBrowserSession, { body: { ticket } })).rejects.toMatchObject(invalid);
    const opened = await a.anyone(learn).does(openBrowserSession, { body: { ticket } });
    expect(await sessionsOf(opened.accountId)).toBe(1);
    await expect(a.anyone(learn).does(openBrowserSession, { body: { ticket } })).rejects.toMatchObject(
      invalid,
    );
  });
});

describe("K8 H8 the trail", () => {
  it("keeps every attempt to register and to confirm, done or refused", async () => {
    const nobody = a.anyone(learn);
    const told = () =>
      platform(async (db) => {
        const rows = await db.platformEvent.findMany({
          where: { ip: nobody.actor.from.ip ?? "" },
          orderBy: { id: "asc" },
        });
        return rows.map(({ action, outcome }) => `${action} ${outcome}`);
      });
    const body = person();
    await expect(nobody.does(registerPatientAccount, { body: { ...body, email: "none" } })).rejects.toThrow();
    await expect(
      nobody.does(registerPatientAccount, { body: { ...body, password: "short", passwordConfirm: "short" } }),
    ).rejects.toThrow();
    await nobody.does(registerPatientAccount, { body });
    const code = await codeSentTo(body.email);
    await expect(
      nobody.does(verifyCode, { body: { email: body.email, code: wrongOf(code) } }),
    ).rejects.toMatchObject(invalid);
    await nobody.does(verifyCode, { body: { email: body.email, code } });
    expect(await told()).toEqual([
      "registration.asked refused",
      "registration.asked refused",
      "registration.asked done",
      "registration.confirmed refused",
      "registration.confirmed done",
    ]);
    const rows = await platform(async (db) => await db.platformEvent.findMany());
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(body.password);
  });
});
