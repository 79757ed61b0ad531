import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { registerPatientAccount } from "@/lib/accounts/operations/register-patient";
import { resendVerification } from "@/lib/accounts/operations/resend-verification";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { verifyLink } from "@/lib/accounts/operations/verify-link";
import { newId } from "@/lib/core/ids";
import type { Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import type { Place } from "@/lib/infra/hosts";
import { a } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";

// How often anybody may ask is told elsewhere: here the codes and links themselves are what stands in the way.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

const places: [Place, Place] = [{ kind: "learn" }, { kind: "root" }];
const minute = 60_000;
const password = "Quiet-Lantern-58-river";

/** A mail with a code and a link, and what became of it: what the model knows. */
type Mailed = { code: string; token: string; who: number; host: number; sentAt: number; isDead: boolean };

const where = { who: fc.constantFrom(0, 1), host: fc.constantFrom(0, 1) };
const way = fc.constantFrom<"code" | "link">("code", "link");
const hands = fc.constantFrom(1, 1, 2, 4);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("register" as const), ...where }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("resend" as const), ...where }) },
  // Anything that was ever mailed, for anybody, at any host, by any number of hands at once.
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("try" as const), ...where, which: fc.nat(50), way, hands }),
  },
  // As it is meant: the newest mail of its reader, where they registered.
  { weight: 3, arbitrary: fc.record({ does: fc.constant("use" as const), ...where, way, hands }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("guess" as const), ...where }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("wait" as const), minutes: fc.integer({ min: 5, max: 40 }) }),
  },
);

it("S8 S9 K2 any interleaving of registering, resending and confirming makes one account at most, by a right code or link only", async () => {
  const clock = a.clock("2026-11-20T08:00:00Z");
  const seen = { made: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 18 }), async (script) => {
      const emails = [`one-${newId()}@x.test`, `two-${newId()}@x.test`] as const;
      const mailed: Mailed[] = [];
      const hasAccount = [false, false];
      const triedAt: [number[], number[]] = [[], []];
      let now = 0;
      const alive = (one: Mailed) => !one.isDead && now < one.sentAt + 30 * minute;
      for (const each of script) {
        if (each.does === "wait") {
          clock.pass(each.minutes * minute);
          now += each.minutes * minute;
          continue;
        }
        const { who, host } = each;
        const email = emails[who] ?? emails[0];
        const nobody = a.anyone(places[host]);
        if (each.does === "register" || each.does === "resend") {
          const before = (await lettersTo(email)).length;
          if (each.does === "register") {
            const body = { email, password, passwordConfirm: password, firstName: "Ada", lastName: "Okafor" };
            await nobody.does(registerPatientAccount, { body });
          } else await nobody.does(resendVerification, { body: { email } });
          const letter = (await lettersTo(email))[before];
          // To register kills what waited anywhere; to ask again kills what waits here.
          if (each.does === "register" || letter) {
            for (const old of mailed) {
              if (old.who === who && (each.does === "register" || old.host === host)) old.isDead = true;
            }
          }
          const [, left, right] = /^(\d{3}) (\d{3})$/m.exec(letter?.text ?? "") ?? [];
          const token = /token=([\w-]{20,})/.exec(letter?.text ?? "")?.[1];
          // Whoever has an account is told so, with nothing to confirm.
          expect(Boolean(left)).toBe(letter !== undefined && !hasAccount[who]);
          if (left && right && token) {
            mailed.push({ code: `${left}${right}`, token, who, host, sentAt: now, isDead: false });
          }
          continue;
        }
        const newest = mailed.findLast((one) => one.who === who && one.host === host);
        const picked =
          each.does === "use"
            ? newest
            : each.does === "try"
              ? mailed[each.which % Math.max(1, mailed.length)]
              : undefined;
        if (each.does === "use" && !picked) continue;
        const byLink = "way" in each && each.way === "link";
        const code = picked?.code ?? "000000";
        const token = picked?.token ?? "x".repeat(43);
        const right = mailed.find(
          (one) =>
            alive(one) &&
            one.host === host &&
            (byLink ? one.token === token : one.who === who && one.code === code),
        );
        const before = await accountsAndSessions(emails);
        const settled = await Promise.allSettled(
          Array.from({ length: "hands" in each ? each.hands : 1 }, () =>
            byLink
              ? nobody.does(verifyLink, { body: { token } })
              : nobody.does(verifyCode, { body: { email, code, purpose: "registration" } }),
          ),
        );
        for (const one of settled) {
          if (one.status === "rejected") expect((one.reason as Problem).code).toBe("code_invalid");
        }
        const done = settled.filter(({ status }) => status === "fulfilled").length;
        const recent = (triedAt[who] ?? []).filter((at) => at > now - 31 * minute);
        const isSure = right && (byLink || recent.length === 0);
        expect(done, JSON.stringify(each)).toBeLessThanOrEqual(right ? 1 : 0);
        if (isSure) expect(done, JSON.stringify(each)).toBe(1);
        if (!byLink) for (const _ of settled) triedAt[who]?.push(now);
        const after = await accountsAndSessions(emails);
        expect([after[0] - before[0], after[1] - before[1]]).toEqual([done, done]);
        if (done === 1 && right) {
          hasAccount[right.who] = true;
          for (const one of mailed) if (one.who === right.who) one.isDead = true;
        }
        seen.made += done;
        seen.refused += settled.length - done;
      }
      expect((await accountsAndSessions(emails))[0]).toBe(hasAccount.filter(Boolean).length);
    }),
    { numRuns: 30, endOnFailure: true },
  );
  // Both happened, or nothing was tried.
  expect(seen.made).toBeGreaterThan(3);
  expect(seen.refused).toBeGreaterThan(20);
}, 240_000);

/** How many of these addresses have an account, and how many sessions those have. */
function accountsAndSessions(emails: readonly string[]): Promise<[number, number]> {
  return inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
    const accounts = await db.account.findMany({
      where: { email: { in: [...emails] } },
      select: { id: true },
    });
    const ids = accounts.map(({ id }) => id);
    return [ids.length, await db.session.count({ where: { accountId: { in: ids }, endedAt: null } })];
  });
}
