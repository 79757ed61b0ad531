import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { login } from "@/lib/accounts/operations/login";
import { readMe } from "@/lib/accounts/operations/read-me";
import { a } from "@/tests/support/a";
import { expectProblem } from "@/tests/support/expect-problem";
import { send } from "@/tests/support/request";
import { startUpstash, type Upstash } from "@/tests/support/upstash";
import type { LimitStore } from "./limit-store";
import { postgresLimits } from "./limit-store-postgres";
import { upstashLimits } from "./limit-store-upstash";
import { readQuotas } from "./limit-table";

let upstash: Upstash;
let stores: Record<"PostgreSQL" | "Upstash", LimitStore>;

beforeAll(async () => {
  upstash = await startUpstash();
  stores = { PostgreSQL: postgresLimits, Upstash: upstashLimits(upstash) };
});

beforeEach(() => upstash.work());
afterAll(() => upstash.stop());

const quota = { max: 5, seconds: 3600 };

describe.each(["PostgreSQL", "Upstash"] as const)("P11 limits counted in %s", (kind) => {
  it("let through as many as there are, then no more, and say when there are more", async () => {
    const at = new Date();
    const answers = [];
    for (let use = 0; use < 7; use += 1) answers.push(await stores[kind].count("one", quota, at));
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false, false]);
    expect(answers.map(({ remaining }) => remaining)).toEqual([4, 3, 2, 1, 0, 0, 0]);
    for (const { resetSeconds } of answers) {
      expect(resetSeconds).toBeGreaterThan(0);
      expect(resetSeconds).toBeLessThanOrEqual(quota.seconds);
    }
    expect((await stores[kind].count("another", quota, at)).allowed).toBe(true);
  });

  it("are exact when many come at once", async () => {
    const tries = Array.from({ length: 40 }, () => stores[kind].count("at once", quota, new Date()));
    expect((await Promise.all(tries)).filter(({ allowed }) => allowed).length).toBe(quota.max);
  });

  it("begin anew with each window", async () => {
    const short = { max: 1, seconds: 1 };
    const use = (at: Date) => stores[kind].count("window", short, at);
    await use(new Date());
    await vi.waitFor(
      async () => {
        expect((await use(new Date())).allowed).toBe(true);
      },
      { timeout: 5000, interval: 100 },
    );
  });
});

describe("S29 when the store of limits is down", () => {
  const password = "Wrong-password-77";

  /** The doors as a process has them whose store is Upstash's. */
  async function doors() {
    vi.resetModules();
    vi.stubEnv("UPSTASH_REDIS_REST_URL", upstash.url);
    vi.stubEnv("UPSTASH_REDIS_REST_TOKEN", upstash.token);
    const { send: knock } = await import("@/tests/support/request");
    const { signIn } = await import("@/tests/support/signed-in");
    const own = await import("@/tests/support/a");
    const lab = await own.a.laboratory();
    const host = `${lab.ref.slug}.lims.test`;
    const { login: signInByName } = await import("@/lib/accounts/operations/login");
    const { readMe: me } = await import("@/lib/accounts/operations/read-me");
    const { refreshTokens } = await import("@/lib/accounts/operations/refresh-tokens");
    const { access, refresh } = await signIn(lab, lab.administrator.email);
    const { closePools } = await import("./transaction");
    return {
      close: closePools,
      signIn: () => knock(signInByName, { host, body: { identifier: lab.administrator.email, password } }),
      read: () => knock(me, { host, token: access }),
      refresh: () => knock(refreshTokens, { host, body: { refresh } }),
    };
  }

  it.each(["fail", "hang"] as const)("sign-in answers 503, and reading goes on: it %ss", async (how) => {
    const door = await doors();
    try {
      await expectProblem(await door.signIn(), "unauthenticated");
      upstash[how]();
      const refused = await door.signIn();
      expect(refused.headers.get("retry-after")).toBe("5");
      await expectProblem(refused, "unavailable");
      expect((await door.read()).status).toBe(200);
      expect((await door.refresh()).status).toBe(200);
      upstash.work();
      await expectProblem(await door.signIn(), "unauthenticated");
    } finally {
      vi.unstubAllEnvs();
      await door.close();
    }
  });

  it("and sign-in opens again by itself, on PostgreSQL as ever", async () => {
    const lab = await a.laboratory();
    const host = `${lab.ref.slug}.lims.test`;
    const answer = await send(login, { host, body: { identifier: lab.administrator.email, password } });
    await expectProblem(answer, "unauthenticated");
    await expectProblem(await send(readMe, { host }), "unauthenticated");
  });
});

describe("the numbers of an installation", () => {
  it("H7 are set by the environment, each by its name", () => {
    const { quotas, faults } = readQuotas({
      LIMIT_PROVIDER_REGISTRATION: "8/7200",
      LIMIT_SIGN_IN: "10/60",
      LIMITS: "on",
      HOME: "/root",
    });
    expect(faults).toEqual([]);
    expect(quotas).toEqual({
      "provider-registration": { max: 8, seconds: 7200 },
      "sign-in": { max: 10, seconds: 60 },
    });
  });

  it.each(["", "0/60", "5", "five/60", "5/0", "-1/60", "5/60/60"])(
    "are refused by name when they are written as %j",
    (value) => {
      const { quotas, faults } = readQuotas({ LIMIT_SIGN_IN: value, LIMIT_SIGNIN: "5/60" });
      expect(quotas).toEqual({});
      expect(faults.filter((fault) => fault.startsWith("LIMIT_SIGNIN:")).length).toBe(1);
      expect(faults.some((fault) => fault.startsWith("LIMIT_SIGN_IN:"))).toBe(value !== "");
    },
  );
});
