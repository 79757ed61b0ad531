import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { enrolTotp } from "@/lib/accounts/operations/enrol-totp";
import { login } from "@/lib/accounts/operations/login";
import { logout } from "@/lib/accounts/operations/logout";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { readMe } from "@/lib/accounts/operations/read-me";
import { refreshTokens } from "@/lib/accounts/operations/refresh-tokens";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { resetByLink } from "@/lib/accounts/operations/reset-by-link";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import type { AnyOperation } from "@/lib/infra/operation";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { a } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, linkTokenSentTo, resetLinkSentTo } from "@/tests/support/letters";
import { send } from "@/tests/support/request";
import { answer } from "@/tests/support/signed-in";

/** Everything that is handed to the log, before the log itself leaves anything out. */
const logged = vi.hoisted((): unknown[] => []);

vi.mock("@/lib/infra/log", () => {
  const take = (...all: unknown[]) =>
    void logged.push(
      ...all.map((each) => (each instanceof Error ? [each.message, each.stack, { ...each }] : each)),
    );
  return { log: { info: take, warn: take, error: take, debug: take, fatal: take, trace: take } };
});

vi.hoisted(() => {
  process.env.LIMITS = "off";
});

/** What nobody may find anywhere, by what it is. */
const secrets: Record<string, string> = {};
/** What was said to whoever did something wrong. */
const refusals: string[] = [];
let host: string;

async function told(op: AnyOperation, at: string, body: object, token?: string) {
  const said = await send(op, { host: at, body, token });
  const text = await said.text();
  if (said.status >= 400) refusals.push(text);
  // Each operation's answer is an object, or nothing.
  return (text ? JSON.parse(text) : {}) as Record<string, string>;
}

beforeAll(async () => {
  const lab = await a.laboratory();
  host = `${lab.ref.slug}.lims.test`;
  const tech = await lab.member("technician");
  const { email } = tech;
  Object.assign(secrets, {
    password: a.password,
    wrong: "Wrong-Lantern-99-password",
    fresh: "Quiet-Lantern-58-river",
  });
  const { password = "", wrong = "", fresh = "" } = secrets;

  await told(login, host, { identifier: email, password: wrong });
  const one = await told(login, host, { identifier: email, password });
  const two = await told(refreshTokens, host, { refresh: one.refresh });
  Object.assign(secrets, {
    access: one.access,
    refresh: one.refresh,
    nextAccess: two.access,
    nextRefresh: two.refresh,
  });
  await told(readMe, host, {}, two.access);
  await told(readMe, host, {}, `${two.access}x`);
  const totp = await told(enrolTotp, host, {}, two.access);
  secrets.totp = totp.secret ?? "";
  await told(logout, host, {}, two.access);
  await told(refreshTokens, host, { refresh: two.refresh });

  await told(requestSignInCode, host, { email });
  const code = await codeSentTo(email);
  await told(signInByCode, host, { email, code: "000000" });
  Object.assign(secrets, { byCode: (await told(signInByCode, host, { email, code })).refresh });

  const nobody = lab.anonymous().actor;
  const browser = await answer(startBrowserSession, nobody, { body: { identifier: email, password } });
  secrets.ticket = entered(browser).ticket;
  await answer(openBrowserSession, nobody, { body: { ticket: secrets.ticket } });

  await told(requestPasswordReset, host, { email });
  const link = await resetLinkSentTo(email);
  secrets.resetLink = link.token;
  const passwords = { newPassword: fresh, newPasswordConfirm: fresh };
  await told(resetByLink, host, { ...link, newPassword: "short", newPasswordConfirm: "short" });
  await told(resetByLink, host, { ...link, ...passwords });
  await told(resetByLink, host, { ...link, ...passwords });

  const patient = "patient@nowhere.test";
  const person = { firstName: "Ada", lastName: "Okafor" };
  await told(registerPatientAccount, "learn.lims.test", {
    email: patient,
    ...person,
    password: fresh,
    passwordConfirm: fresh,
  });
  secrets.registrationLink = await linkTokenSentTo(patient);
  await told(verifyCode, "learn.lims.test", {
    email: patient,
    code: await codeSentTo(patient),
    purpose: "registration",
  });

  const invited = "invited@nowhere.test";
  await lab.administrator.does(inviteMember, { body: { email: invited, roles: ["cashier"] } });
  secrets.invitation = await linkTokenSentTo(invited);
  await told(acceptInvitation, host, { token: secrets.invitation, ...person, password: fresh });
  secrets.apiKey = (
    await lab.administrator.does(createApiKey, { body: { name: "Program", scopes: ["patient:read"] } })
  ).key;
  await told(readMe, host, {}, secrets.apiKey);
}, 60_000);

const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
afterAll(() => owner.end());

describe("S7 no secret is kept or told where it does not belong", () => {
  it("was there to be found", () => {
    expect(Object.entries(secrets).filter(([, value]) => value.length < 12)).toEqual([]);
    expect(Object.keys(secrets).length).toBe(14);
    expect(refusals.length).toBeGreaterThanOrEqual(6);
  });

  it("in no refusal", () => {
    for (const [what, value] of Object.entries(secrets)) {
      for (const said of refusals) expect(said, what).not.toContain(value);
    }
  });

  it("in nothing that is logged, even before the log leaves anything out", () => {
    const text = JSON.stringify(logged);
    expect(logged.length).toBeGreaterThan(10);
    for (const [what, value] of Object.entries(secrets)) expect(text, what).not.toContain(value);
  });

  it("in no table but in the mail that brings it", async () => {
    await owner.connect();
    const { rows: tables } = await owner.query<{ name: string }>(
      "select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'mail'",
    );
    expect(tables.length).toBeGreaterThan(40);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ text: string }>(`select t::text as text from ${name} t`);
      const all = rows.map(({ text }) => text).join("\n");
      // Bytes are written in hexadecimal, and a secret that is kept as bytes is kept all the same.
      for (const [what, value] of Object.entries(secrets)) {
        const hex = Buffer.from(value).toString("hex");
        if (all.includes(value) || all.includes(hex)) found.push(`${what} in ${name}`);
      }
    }
    expect(found).toEqual([]);
  });
});
