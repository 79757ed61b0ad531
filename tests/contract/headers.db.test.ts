import { beforeAll, describe, expect, it } from "vitest";
import { login } from "@/lib/accounts/operations/login";
import { readMe } from "@/lib/accounts/operations/read-me";
import { preflight } from "@/lib/api/cors";
import { limits } from "@/lib/infra/limit-table";
import { changeSettings } from "@/lib/laboratories/operations/change-settings";
import { checkAvailability } from "@/lib/laboratories/operations/check-availability";
import { correctPatient } from "@/lib/patients/operations/correct-patient";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import nextConfig from "@/next.config.mjs";
import { a, type Lab } from "@/tests/support/a";
import { expectProblem } from "@/tests/support/expect-problem";
import { send } from "@/tests/support/request";
import { signIn } from "@/tests/support/signed-in";

let lab: Lab;
let host: string;
let token: string;
let administrator: string;

beforeAll(async () => {
  lab = await a.laboratory();
  host = `${lab.ref.slug}.lims.test`;
  token = (await signIn(lab, (await lab.member("receptionist")).email)).access;
  administrator = (await signIn(lab, lab.administrator.email)).access;
});

const me = (headers: Record<string, string> = {}) => send(readMe, { host, token, headers });

describe("X-Request-Id", () => {
  it("is kept when it is well-formed", async () => {
    const answer = await me({ "x-request-id": "trace-1234:abc.DEF" });
    expect(answer.headers.get("x-request-id")).toBe("trace-1234:abc.DEF");
  });

  it.each(["", "short", "x".repeat(101), "a b c d e f g", "<script>alert(1)</script>", "a;b=c,d\te"])(
    "is made when it is %j",
    async (given) => {
      const made = (await me({ "x-request-id": given })).headers.get("x-request-id");
      expect(made).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it("stands in every refusal, also of a host that is not ours", async () => {
    const answer = await send(readMe, { host: "evil.test", headers: { "x-request-id": "" } });
    const { request_id } = await expectProblem(answer, "not_found");
    expect(request_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("S18 a host", () => {
  it.each([
    "evil.test",
    "lims.test.evil.test",
    "evillims.test",
    "www.lims.test",
    "a.b.lims.test",
    "lims.test:81",
    "",
  ])("%j that is not ours is answered 404", async (other) => {
    await expectProblem(await send(readMe, { host: other, token }), "not_found");
  });

  it("that nobody forwarded is not believed", async () => {
    const headers = { "x-forwarded-host": host, forwarded: `host=${host}` };
    await expectProblem(await send(readMe, { host: "evil.test", token, headers }), "not_found");
  });
});

describe("limits", () => {
  it("are told on limited answers, and count down", async () => {
    const [first, second] = [await me(), await me()];
    const { max, seconds } = limits.read;
    expect(first.headers.get("ratelimit-policy")).toBe(`"read";q=${max};w=${seconds}`);
    const left = (answer: Response) => Number(/r=(\d+)/.exec(answer.headers.get("ratelimit") ?? "")?.[1]);
    expect(left(first) - left(second)).toBe(1);
  });

  it("S25 by address answer 429 with Retry-After, and another address is not held up", async () => {
    const from = (peer: string) =>
      send(checkAvailability, {
        ...{ host: "lims.test", query: { slug: "north-lab" } },
        // Written by the client, so not believed.
        headers: { "x-medvuno-peer": peer, "x-forwarded-for": `10.9.9.${Math.trunc(Math.random() * 255)}` },
      });
    a.clock(new Date());
    for (let use = 0; use < limits.public.max; use += 1) expect((await from("2001:db8::1")).status).toBe(200);
    // The whole /64 is one client.
    const answer = await from("2001:db8::ffff:1");
    await expectProblem(answer, "rate_limited");
    const wait = Number(answer.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(limits.public.seconds);
    expect((await from("2001:db8:0:1::1")).status).toBe(200);
  });

  it("end with their window", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const attempt = () =>
      send(login, {
        ...{ host, body: { identifier: "nobody@lims.test", password: "Wrong-1234567" } },
        headers: { "x-medvuno-peer": "192.0.2.77" },
      });
    for (let use = 0; use < limits["sign-in"].max; use += 1) await attempt();
    await expectProblem(await attempt(), "rate_limited");
    clock.pass(limits["sign-in"].seconds * 1000);
    await expectProblem(await attempt(), "unauthenticated");
  }, 60_000);
});

describe("change control", () => {
  it("follows a record from Location over ETag to If-Match", async () => {
    const made = await send(registerPatient, { host, token, body: { familyName: "Okafor", sex: "female" } });
    expect(made.status).toBe(201);
    const patient = (await made.json()) as { id: string };
    expect(made.headers.get("location")).toBe(`/api/v1/patients/${patient.id}`);
    expect(made.headers.get("etag")).toBe('"1"');

    const params = { patientId: patient.id };
    const correct = (etag: string | null, givenName: string) =>
      send(correctPatient, {
        ...{ host, token, params, body: { givenName } },
        headers: etag === null ? {} : { "if-match": etag },
      });
    await expectProblem(await correct(null, "Ada"), "precondition_required");
    expect((await correct('"1"', "Ada")).headers.get("etag")).toBe('"2"');
    const stale = await correct('"1"', "Grace");
    expect(await expectProblem(stale, "precondition_failed")).toMatchObject({ current_version: 2 });
    const read = await send(openPatient, { host, token, params });
    expect(read.headers.get("etag")).toBe('"2"');
    expect(await read.json()).toMatchObject({ given_name: "Ada", version: 2 });
    // What a person may see is never kept by a cache, so it is never "not modified" either.
    const again = await send(openPatient, { host, token, params, headers: { "if-none-match": '"2"' } });
    expect(again.status).toBe(200);
  });
});

describe("CORS", () => {
  const origin = "https://booking.example.org";
  const allowed = (response: Response) => response.headers.get("access-control-allow-origin");
  const asks = (from: string) =>
    preflight(
      new Request(`http://${host}/api/v1/users/me`, {
        method: "OPTIONS",
        headers: { host, origin: from, "access-control-request-method": "GET" },
      }),
    );

  it("is off, until the laboratory lists the origin, and then on for that one", async () => {
    expect(allowed(await me({ origin }))).toBeNull();
    expect(allowed(await asks(origin))).toBeNull();

    const changed = await send(changeSettings, {
      ...{ host, token: administrator, body: { allowedOrigins: [origin] } },
      headers: { "if-match": '"1"' },
    });
    expect(changed.status).toBe(200);
    const answer = await me({ origin });
    expect(allowed(answer)).toBe(origin);
    expect(answer.headers.get("vary")).toBe("origin");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const told = await asks(origin);
    expect(allowed(told)).toBe(origin);
    expect(told.headers.get("access-control-allow-headers")).toContain("if-match");

    for (const other of [
      "https://evil.example.org",
      "null",
      "http://booking.example.org",
      `${origin}.evil.test`,
    ]) {
      expect(allowed(await me({ origin: other })), other).toBeNull();
      expect(allowed(await asks(other)), other).toBeNull();
    }
  });

  it("stands on refusals too: the page that asked may read that it has to sign in again", async () => {
    const refused = [
      await send(readMe, { host, headers: { origin } }),
      await send(readMe, { host, token: "made.up.token", headers: { origin } }),
      await send(readMe, { host, token: "mvk_made_up", headers: { origin } }),
      await send(readMe, { host, token, headers: { origin }, query: "never_heard_of=1" }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 400]);
    for (const each of refused) {
      expect(allowed(each)).toBe(origin);
      expect(each.headers.get("vary")).toBe("origin");
    }
    const evil = { origin: "https://evil.example.org" };
    expect(allowed(await send(readMe, { host, token: "made.up.token", headers: evil }))).toBeNull();
    expect(allowed(await send(readMe, { host: "evil.test", headers: { origin } }))).toBeNull();
  });

  it("of one laboratory says nothing at another", async () => {
    const next = await a.laboratory();
    const answer = await send(readMe, { host: `${next.ref.slug}.lims.test`, headers: { origin } });
    expect(allowed(answer)).toBeNull();
  });
});

describe("S21 what a browser may do with an answer", () => {
  it("is told on every answer of the API", async () => {
    for (const answer of [
      await me(),
      await send(readMe, { host }),
      await send(readMe, { host: "evil.test" }),
    ]) {
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
  });

  it("is told on everything the server gives, and over TLS to come back by TLS", async () => {
    const [everywhere, overTls] = (await nextConfig.headers?.()) ?? [];
    expect(everywhere?.source).toBe("/:path*");
    expect(everywhere?.headers.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Permissions-Policy",
      ]),
    );
    expect(overTls?.headers).toEqual([
      { key: "Strict-Transport-Security", value: expect.stringMatching(/^max-age=31536000/) },
    ]);
  });
});
