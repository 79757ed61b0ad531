import { beforeAll, describe, expect, it, vi } from "vitest";
import { generateCode } from "@/lib/accounts/operations/generate-code";
import { login } from "@/lib/accounts/operations/login";
import { preRegister } from "@/lib/accounts/operations/pre-register";
import { registerAsDoctor, registerAsProvider } from "@/lib/accounts/operations/register-doctor";
import { registerAsPatient, registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { registerProvider } from "@/lib/accounts/operations/register-provider";
import { forgotPassword, requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import {
  resendProviderVerification,
  resendVerification,
} from "@/lib/accounts/operations/resend-verification";
import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { verifyProviderEmail } from "@/lib/accounts/operations/verify-provider-email";
import { inPlatform } from "@/lib/infra/db";
import type { AnyOperation } from "@/lib/infra/operation";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";
import { a, type Lab } from "@/tests/support/a";
import { send } from "@/tests/support/request";
import { signIn } from "@/tests/support/signed-in";

// Everybody is asked about from the same place, again and again.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

let lab: Lab;
let token: string;
/** Everybody an address can belong to, as seen from one laboratory. */
let audience: Record<string, string>;

const right = a.password;
const password = "Quiet-Lantern-58-river";
const person = { firstName: "Ada", lastName: "Okafor", password };
const patient = { ...person, passwordConfirm: password };
const fresh = { newPassword: password, newPasswordConfirm: password };
const clinician = () => ({
  ...{ ...person, confirmPassword: password, phoneNumber: "+44 20 7946 0958", specialization: "Cardiology" },
  ...{ licenseNumber: `LIC${Math.floor(Math.random() * 1e9)}`, yearsOfExperience: 7 },
  clinicAddress: { street: "1 High Street", city: "Leeds", state: "Yorkshire", zip: "LS1 1AA" },
});

const learn = "learn.lims.test";
const root = "lims.test";

/** Every question whose answer could tell who has an account, with what is sent beside the address. */
const questions: [AnyOperation, () => string, (email: string) => object][] = [
  [login, here, (identifier) => ({ identifier, password: "Wrong-password-77" })],
  [requestSignInCode, here, (email) => ({ email })],
  [signInByCode, here, (email) => ({ email, code: "000000" })],
  [requestPasswordReset, here, (email) => ({ email })],
  [forgotPassword, here, (email) => ({ email })],
  [requestPasswordReset, () => learn, (email) => ({ email })],
  [resetByCode, here, (email) => ({ email, code: "000000", ...fresh })],
  [generateCode, here, (email) => ({ email, purpose: "login" })],
  [generateCode, here, (email) => ({ email, purpose: "password_reset" })],
  [generateCode, () => learn, (email) => ({ email, purpose: "registration" })],
  [registerPatientAccount, () => learn, (email) => ({ email, ...patient })],
  [registerAsPatient, () => root, (email) => ({ email, ...patient })],
  [registerProvider, () => learn, (email) => ({ email, ...clinician() })],
  [registerAsProvider, () => learn, (email) => ({ email, ...clinician() })],
  [registerAsDoctor, () => root, (email) => ({ email, ...clinician() })],
  [resendVerification, () => learn, (email) => ({ email })],
  [resendProviderVerification, () => root, (email) => ({ email })],
  [verifyCode, () => learn, (email) => ({ email, code: "000000", purpose: "registration" })],
  [verifyProviderEmail, () => learn, (email) => ({ email, code: "000000" })],
  [preRegister, () => root, (email) => ({ email })],
];

function here(): string {
  return `${lab.ref.slug}.lims.test`;
}

beforeAll(async () => {
  lab = await a.laboratory();
  token = (await signIn(lab, lab.administrator.email)).access;
  const [locked, disabled, elsewhere] = [
    await lab.member("technician"),
    await lab.member("technician"),
    (await a.laboratory()).administrator,
  ];
  await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    await db.account.update({ where: { id: locked.accountId }, data: { state: "locked" } });
    await db.account.update({ where: { id: disabled.accountId }, data: { state: "disabled" } });
  });
  const waiting = "waiting@nowhere.test";
  await a.anyone({ kind: "learn" }).does(registerPatientAccount, { body: { email: waiting, ...patient } });
  audience = {
    ...{
      "a colleague": (await lab.member("technician")).email,
      "somebody of another laboratory": elsewhere.email,
    },
    ...{ "a locked account": locked.email, "a disabled account": disabled.email },
    ...{ "somebody who registers": waiting, nobody: "nobody@nowhere.test" },
  };
});

/** All that an observer gets, but for what they sent themselves and what is new each time. */
async function heard(
  op: AnyOperation,
  host: string,
  email: string,
  body: object,
  as?: string,
): Promise<string> {
  const headers = { "x-request-id": "the-same-for-all" };
  const answer = await send(op, { host, body, headers, token: as });
  const text = (await answer.text())
    .replaceAll(email, "EMAIL")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
  const said = [...answer.headers].map(([name, value]) => `${name}: ${value.replace(/[0-9a-f-]{36}/, "ID")}`);
  return JSON.stringify([answer.status, said, text]);
}

describe("S16 status, headers, body and the order of its keys are the same about everybody", () => {
  it.each(questions.map(([op, at, bodyOf]) => [op.id, op, at, bodyOf] as const))(
    "%s",
    async (_, op, at, bodyOf) => {
      const answers: Record<string, string> = {};
      for (const [who, email] of Object.entries(audience)) {
        answers[who] = await heard(op, at(), email, bodyOf(email));
      }
      const [first = ""] = Object.values(answers);
      expect(Object.keys(answers).length).toBe(6);
      // What they hear is what the question is there for, not that it was badly asked.
      expect(first).toMatch(/^\[(20[012]|401|400),/);
      expect(first).not.toMatch(/validation_failed|malformed/);
      for (const [who, answer] of Object.entries(answers)) expect(answer, who).toBe(first);
    },
  );

  it("auth.login says of the right password of a locked and of a disabled account what it says of a wrong one", async () => {
    const tries = ["a locked account", "a disabled account", "somebody of another laboratory", "nobody"];
    const answers = await Promise.all(
      tries.map((who) => {
        const email = audience[who] ?? "";
        return heard(login, here(), email, { identifier: email, password: right });
      }),
    );
    expect(answers[0]).toMatch(/^\[401,/);
    expect(new Set(answers).size).toBe(1);
  });

  it("laboratories.signUp answers alike about everybody", async () => {
    const answers = await Promise.all(
      Object.values(audience).map((email, at) => {
        const about = { name: "Harbour Laboratory", timeZone: "Europe/London", currency: "GBP" };
        const body = { ...about, slug: `silent-${at}-lab`, admin: { email, ...person } };
        return heard(signUpLaboratory, root, email, body);
      }),
    );
    expect(answers[0]).toMatch(/^\[202,/);
    expect(new Set(answers).size).toBe(1);
  });

  it("invitations.invite tells an administrator nothing of accounts elsewhere", async () => {
    const others = ["somebody of another laboratory", "somebody who registers", "nobody"];
    const answers = await Promise.all(
      others.map((who) => {
        const email = audience[who] ?? "";
        return heard(inviteMember, here(), email, { email, roles: ["technician"] }, token);
      }),
    );
    expect(answers[0]).toMatch(/^\[201,/);
    expect(new Set(answers).size).toBe(1);
  });
});
