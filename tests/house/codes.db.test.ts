import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import type { Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import type { AnyOperation } from "@/lib/infra/operation";
import { a, type Lab, type Member } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";

// How often anybody may ask is told elsewhere: here the codes themselves are what stands in the way.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

type Kind = "login" | "reset";

/** A code that was mailed, and what became of it: what the model knows. */
type Mailed = { code: string; kind: Kind; who: number; host: number; sentAt: number; isSpent: boolean };

const minute = 60_000;
const lives = { login: 10 * minute, reset: 10 * minute };

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("request" as const), ...place() }) },
  {
    weight: 6,
    // Any code that was ever mailed, to anybody, at any host, tried by any number of hands at once.
    arbitrary: fc.record({
      does: fc.constant("try" as const),
      ...place(),
      which: fc.nat(50),
      at: fc.constantFrom(1, 1, 2, 4),
    }),
  },
  {
    weight: 4,
    // As it is meant: by who got it, where they asked for it.
    arbitrary: fc.record({
      does: fc.constant("use" as const),
      which: fc.nat(50),
      at: fc.constantFrom(1, 1, 2, 4),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("guess" as const), ...place() }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 12 }) }),
  },
);

function place() {
  return {
    kind: fc.constantFrom<Kind>("login", "login", "reset"),
    who: fc.constantFrom(0, 1),
    host: fc.constantFrom(0, 1),
  };
}

const requests: Record<Kind, AnyOperation> = { login: requestSignInCode, reset: requestPasswordReset };

/** What takes a code, with what it asks for beside it. */
const uses: Record<Kind, (email: string, code: string) => [AnyOperation, object]> = {
  login: (email, code) => [signInByCode, { email, code }],
  reset: (email, code) => [
    resetByCode,
    { email, code, newPassword: newPassword(), newPasswordConfirm: last },
  ],
};

let last = "";
let changes = 0;
function newPassword(): string {
  changes += 1;
  last = `Quiet-Lantern-${changes}-river`;
  return last;
}

it("S8 S9 any interleaving over two people and two hosts makes at most one session for a right code, and none for a wrong one", async () => {
  const clock = a.clock("2026-11-20T08:00:00Z");
  let opened = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (script) => {
      const hosts: [Lab, Lab] = [await a.laboratory(), await a.laboratory()];
      const people = await Promise.all([0, 1].map((each) => bothWays(hosts, each)));
      const mailed: Mailed[] = [];
      let now = 0;
      for (const each of script) {
        if (each.does === "wait") {
          clock.pass(each.minutes * minute);
          now += each.minutes * minute;
          continue;
        }
        const picked = "which" in each ? mailed[each.which % Math.max(mailed.length, 1)] : undefined;
        if (each.does === "use" && !picked) continue;
        const { kind, who, host } = each.does === "use" ? (picked ?? nowhere) : each;
        const [lab, email] = [hosts[host] ?? hosts[0], people[who]?.email ?? ""];
        if (each.does === "request") {
          await lab.anonymous().does(requests[kind], { body: { email } });
          const code = await newestCode(email);
          // The newest kills those before it: a sign-in code of this host, a reset of this person anywhere.
          for (const old of mailed) {
            const isKilled = old.kind === kind && old.who === who && (kind === "reset" || old.host === host);
            if (isKilled) old.isSpent = true;
          }
          mailed.push({ code, kind, who, host, sentAt: now, isSpent: false });
          continue;
        }
        const given = picked?.code ?? "000000";
        const right = mailed.find(
          (one) =>
            one.code === given &&
            one.kind === kind &&
            one.who === who &&
            one.host === host &&
            !one.isSpent &&
            now < one.sentAt + lives[kind],
        );
        const accountId = people[who]?.accountId ?? "";
        const before = await sessionsOf(accountId);
        const hands = "at" in each ? each.at : 1;
        const settled = await Promise.allSettled(
          Array.from({ length: hands }, () => {
            const [op, body] = uses[kind](email, given);
            return lab.anonymous().does(op, { body });
          }),
        );
        const done = settled.filter(({ status }) => status === "fulfilled").length;
        for (const one of settled) {
          if (one.status === "rejected") expect((one.reason as Problem).code).not.toBe("internal");
        }
        expect(done, JSON.stringify(each)).toBeLessThanOrEqual(right ? 1 : 0);
        const after = await sessionsOf(accountId);
        // A code signs in once; a reset signs nobody in, and ends every session there was.
        if (done === 1 && kind === "login") expect(after - before).toBe(1);
        if (done === 1 && kind === "reset") expect(after).toBe(0);
        if (done === 0) expect(after).toBe(before);
        if (done === 1 && right) right.isSpent = true;
        opened += done;
        refused += settled.length - done;
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
  // Both happened, or nothing was tried.
  expect(opened).toBeGreaterThan(3);
  expect(refused).toBeGreaterThan(20);
}, 240_000);

const nowhere = { kind: "login", who: 0, host: 0 } as const;

/** Somebody who works in both laboratories. */
async function bothWays([one, other]: [Lab, Lab], each: number): Promise<Member> {
  const person = await one.member("technician", { name: `Person ${"AB"[each]}` });
  await inPlatform({ laboratoryId: other.ref.id, accountId: person.accountId }, async (db) => {
    const { joinLaboratory } = await import("@/lib/laboratories/repository.members");
    await joinLaboratory(db, new Date(), {
      ...{
        laboratoryId: other.ref.id,
        accountId: person.accountId,
        displayName: "Both",
        email: person.email,
      },
      roles: ["technician"],
    });
  });
  return person;
}

async function newestCode(email: string): Promise<string> {
  const letters = await lettersTo(email);
  const codes = letters.flatMap(({ text }) =>
    [...text.matchAll(/^(\d{3}) (\d{3})$/gm)].map((m) => `${m[1]}${m[2]}`),
  );
  return codes.at(-1) ?? "";
}

function sessionsOf(accountId: string): Promise<number> {
  return inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    return await db.session.count({ where: { accountId, endedAt: null } });
  });
}
