import { describe, expect, it, vi } from "vitest";
import { login } from "@/lib/accounts/operations/login";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { resendVerification } from "@/lib/accounts/operations/resend-verification";
import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { perform } from "@/lib/api/perform";
import { Problem } from "@/lib/core/problem";
import type { AnyOperation } from "@/lib/infra/operation";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";
import { a, type Lab, type Member, type Person } from "@/tests/support/a";
import { asOwner } from "@/tests/support/rows-of";
import { difference, timeInPairs } from "@/tests/support/timing";

// Hundreds of tries in a minute are what this file is about; limits are told elsewhere.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

/**
 * What nobody may hear from how long an answer takes: `some` is asked about somebody, `none` about nobody, turn by
 * turn. Each turn pays for its hashes as people do, which is most of it; so there are as many pairs as keep the file
 * within a minute. PAIRS=500 makes the attack in full.
 */
type Silence = { pairs: number; prepare: (pairs: number) => Promise<Asked> };
type Asked = { some: (turn: number) => Promise<unknown>; none: (turn: number) => Promise<unknown> };

const people = 20;
const secret = "Quiet-Lantern-58!";
const newcomer = { firstName: "Ada", lastName: "Okafor", password: secret, passwordConfirm: secret };

const silences: Record<string, Silence> = {
  "that somebody has an account here, when the password is wrong": {
    pairs: 150,
    async prepare() {
      const { lab, names } = await staffed();
      return {
        some: (turn) => tryPassword(lab, names[turn % people] ?? "", "Wrong-Password-2026"),
        none: (turn) => tryPassword(lab, `nobody-${turn % people}@elsewhere.test`, "Wrong-Password-2026"),
      };
    },
  },
  "that the password is right, when its owner belongs to another laboratory": {
    pairs: 150,
    async prepare() {
      const [{ lab }, { names }] = [await staffed(), await staffed()];
      return {
        some: (turn) => tryPassword(lab, names[turn % people] ?? "", a.password),
        none: (turn) => tryPassword(lab, `nobody-${turn % people}@elsewhere.test`, a.password),
      };
    },
  },
  "that an account is locked, when the password is right": {
    pairs: 150,
    async prepare() {
      const { lab, names } = await staffed();
      await asOwner("update account set state = 'locked' where email = any($1)", [names]);
      return {
        some: (turn) => tryPassword(lab, names[turn % people] ?? "", a.password),
        none: (turn) => tryPassword(lab, `nobody-${turn % people}@elsewhere.test`, a.password),
      };
    },
  },
  "that an address has an account, when a laboratory is signed up with it": {
    pairs: 100,
    async prepare() {
      const { names } = await staffed();
      return {
        some: (turn) => signUp(names[turn % people] ?? "", `some-${turn}`),
        none: (turn) => signUp(`nobody-${turn % people}@elsewhere.test`, `none-${turn}`),
      };
    },
  },
  "that an address has an account, when somebody registers with it": {
    pairs: 100,
    async prepare() {
      const { names } = await staffed();
      const learn = a.anyone({ kind: "learn" });
      return asking((email) => learn.does(registerPatientAccount, { body: { ...newcomer, email } }), names);
    },
  },
  "that an address has an account, when a new password is asked for": {
    pairs: 200,
    async prepare() {
      const { names } = await staffed();
      const learn = a.anyone({ kind: "learn" });
      return asking((email) => learn.does(requestPasswordReset, { body: { email } }), names);
    },
  },
  "that an address has an account elsewhere, when a new password is asked for at a laboratory": {
    pairs: 200,
    async prepare() {
      const [{ lab }, { names }] = [await staffed(), await staffed()];
      return asking((email) => lab.anonymous().does(requestPasswordReset, { body: { email } }), names);
    },
  },
  "that somebody works here, when a code is asked for": {
    pairs: 200,
    async prepare() {
      const { lab, names } = await staffed();
      return asking((email) => lab.anonymous().does(requestSignInCode, { body: { email } }), names);
    },
  },
  "that a code was sent to somebody, when a wrong one is tried": {
    pairs: 200,
    async prepare() {
      const { lab, names } = await staffed();
      for (const email of names) await lab.anonymous().does(requestSignInCode, { body: { email } });
      const code = "000000";
      return asking(
        (email) => refused(lab.anonymous(), signInByCode, { email, code }, "code_invalid"),
        names,
      );
    },
  },
  "that somebody asked for a new password, when a wrong code is tried": {
    pairs: 100,
    async prepare() {
      const { names } = await staffed();
      const learn = a.anyone({ kind: "learn" });
      for (const email of names) await learn.does(requestPasswordReset, { body: { email } });
      const wanted = { newPassword: secret, newPasswordConfirm: secret, code: "000000" };
      return asking((email) => refused(learn, resetByCode, { email, ...wanted }, "code_invalid"), names);
    },
  },
  "that a registration waits, when its mail is asked for again": {
    pairs: 200,
    async prepare() {
      const learn = a.anyone({ kind: "learn" });
      const names = Array.from({ length: people }, (_, place) => `waits-${place}@elsewhere.test`);
      for (const email of names) await learn.does(registerPatientAccount, { body: { ...newcomer, email } });
      return asking((email) => learn.does(resendVerification, { body: { email } }), names);
    },
  },
  "that an address has an account, when a colleague is invited": {
    pairs: 60,
    async prepare(pairs) {
      // Each is invited once: there is one more for each pair that warms up.
      const [{ lab }, { names }] = [await staffed(), await staffed(Math.ceil(pairs * 1.1))];
      const administrator = await lab.member("administrator");
      const invite = (email: string) =>
        administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
      return {
        some: (turn) => invite(names[turn] ?? ""),
        none: (turn) => invite(`nobody-${turn}@nowhere.test`),
      };
    },
  },
};

describe("S16 nobody hears from the time an answer takes", () => {
  for (const [what, { pairs, prepare }] of Object.entries(silences)) {
    it(what, async () => {
      const turns = Number(process.env.PAIRS ?? pairs);
      const measure = async () => {
        const { some, none } = await prepare(turns);
        return difference(await timeInPairs(turns, some, none));
      };
      const first = await measure();
      // Chance alone looks like a difference once in a hundred measurements: what is real is there again.
      const found = tells(first) ? await measure() : first;
      expect(tells(found), JSON.stringify(found)).toBe(false);
    }, 300_000);
  }
});

/** A difference that somebody could hear: of a size that matters and not by chance, or of any size and surely not. */
const tells = ({ medians, chance }: ReturnType<typeof difference>) =>
  (medians >= 0.05 && chance <= 0.01) || chance <= 0.0005;

/** A laboratory with enough people that no single one of them is tried very often. */
async function staffed(count = people): Promise<{ lab: Lab; names: string[] }> {
  const lab = await a.laboratory();
  const members: Member[] = [];
  for (let place = 0; place < count; place += 1) members.push(await lab.member("technician"));
  return { lab, names: members.map(({ email }) => email) };
}

/** The same, asked about each of these by turns and about as many whom nobody knows. */
function asking(ask: (email: string) => Promise<unknown>, names: readonly string[]): Asked {
  return {
    some: (turn) => ask(names[turn % people] ?? ""),
    none: (turn) => ask(`nobody-${turn % people}@nowhere.test`),
  };
}

function tryPassword(lab: Lab, identifier: string, password: string): Promise<void> {
  return refused(lab.anonymous(), login, { identifier, password }, "unauthenticated");
}

async function refused(by: Person, op: AnyOperation, body: object, code: string): Promise<void> {
  const refusal = await perform(op, by.actor, { body }).catch((error) => error);
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal.code).toBe(code);
}

async function signUp(email: string, slug: string): Promise<void> {
  const admin = { email, password: secret, firstName: "Ada", lastName: "Okafor" };
  const body = { name: "Harbour Laboratory", slug, timeZone: "Europe/London", currency: "GBP", admin };
  await perform(signUpLaboratory, a.anyone().actor, { body });
}
