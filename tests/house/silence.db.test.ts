import { describe, expect, it, vi } from "vitest";
import { login } from "@/lib/accounts/operations/login";
import { perform } from "@/lib/api/perform";
import { Problem } from "@/lib/core/problem";
import { signUpLaboratory } from "@/lib/laboratories/operations/sign-up-laboratory";
import { a, type Lab, type Member } from "@/tests/support/a";
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
type Silence = { pairs: number; prepare: () => Promise<Asked> };
type Asked = { some: (turn: number) => Promise<unknown>; none: (turn: number) => Promise<unknown> };

const people = 20;

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
};

describe("S16 nobody hears from the time an answer takes", () => {
  for (const [what, { pairs, prepare }] of Object.entries(silences)) {
    it(what, async () => {
      const { some, none } = await prepare();
      const measure = async () =>
        difference(await timeInPairs(Number(process.env.PAIRS ?? pairs), some, none));
      const first = await measure();
      // Chance alone looks like a difference once in a hundred measurements: what is real is there again.
      const found = tells(first) ? await measure() : first;
      expect(tells(found), JSON.stringify(found)).toBe(false);
    }, 300_000);
  }
});

/** A difference that somebody could hear: of a size that matters, and not by chance. */
const tells = ({ medians, chance }: ReturnType<typeof difference>) => medians >= 0.05 && chance <= 0.01;

/** A laboratory with enough people that no single one of them is tried very often. */
async function staffed(): Promise<{ lab: Lab; names: string[] }> {
  const lab = await a.laboratory();
  const members: Member[] = [];
  for (let place = 0; place < people; place += 1) members.push(await lab.member("technician"));
  return { lab, names: members.map(({ email }) => email) };
}

async function tryPassword(lab: Lab, identifier: string, password: string): Promise<void> {
  const actor = { ...lab.anonymous().actor };
  const refusal = await perform(login, actor, { body: { identifier, password } }).catch((error) => error);
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal.code).toBe("unauthenticated");
}

async function signUp(email: string, slug: string): Promise<void> {
  const admin = { email, password: "Quiet-Lantern-58!", firstName: "Ada", lastName: "Okafor" };
  const body = { name: "Harbour Laboratory", slug, timeZone: "Europe/London", currency: "GBP", admin };
  await perform(signUpLaboratory, a.anyone().actor, { body });
}
