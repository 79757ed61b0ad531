import { originOf, rootDomain } from "../../scripts/lib/e2e-addresses.mjs";
import { call } from "./support/api";
import { knock } from "./support/knock";
import { demonstrationPassword, person, sessionOf, signInAt } from "./support/people";
import { expect, test } from "./support/seats";

const demo = `demo.${rootDomain}`;

test("S12 S20 a cookie that a sibling laboratory sets for the whole domain signs nobody in as its owner", async ({
  seat,
}) => {
  const attacker = await person(seat, "technician", "northlab");
  const [, value = ""] = (await sessionOf(attacker.context(), "northlab")).split("=");

  const victim = await seat("demo");
  // The sibling's own page may set a cookie for all of the domain; a browser then sends it everywhere.
  await victim.goto(`${originOf("northlab")}/sign-in`);
  for (const path of ["/", "/orders", "/account"]) {
    await victim.evaluate(
      ([cookie, domain, at]) => {
        // biome-ignore lint/suspicious/noDocumentCookie: it is what the attack is made of
        document.cookie = `medvuno=${cookie}; domain=${domain}; path=${at}`;
      },
      [value, rootDomain.split(":")[0] ?? "", path],
    );
  }
  await victim.goto(`${originOf("demo")}/orders`);
  await expect(victim).toHaveURL(/\/sign-in/);
  await expect(victim.getByText("technician@northlab.test")).toHaveCount(0);

  // Once it is gone, signing in for oneself shows oneself.
  await victim.context().clearCookies();
  await signInAt(victim, "demo", "cashier@demo.test", demonstrationPassword);
  await expect(victim.getByText("technician@northlab.test")).toHaveCount(0);
});

test("S12 a session that somebody chose before is not the one that signing in opens", async ({ seat }) => {
  const first = await person(seat, "auditor");
  const planted = await sessionOf(first.context(), "demo");
  const victim = await seat("demo");
  // The page is open before the cookie comes: with it, the browser would be taken past the door.
  await victim.goto(`${originOf("demo")}/sign-in`);
  await victim
    .context()
    .addCookies([
      { name: "medvuno", value: planted.slice("medvuno=".length), url: originOf("demo"), httpOnly: true },
    ]);
  await signInAt(victim, "demo", "cashier@demo.test", demonstrationPassword);
  const own = await sessionOf(victim.context(), "demo");
  expect(own).not.toBe(planted);
  expect((await knock(demo, "/invoices", { headers: { cookie: planted } })).text).not.toContain(
    "cashier@demo.test",
  );
});

test("S20 the API looks at no cookie, and a page of a sibling cannot read what it answers", async ({
  seat,
}) => {
  const page = await person(seat, "administrator");
  const cookie = await sessionOf(page.context(), "demo");
  const answer = await knock(demo, "/api/v1/members", { headers: { cookie, origin: originOf("northlab") } });
  expect(answer.status).toBe(401);
  expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
});

test("S13 while fifty sign-ins hash their passwords, the rest of the house answers as before", async () => {
  const health = async () => {
    const began = performance.now();
    expect((await call("demo", "GET /health")).status).toBe(200);
    return performance.now() - began;
  };
  for (let warm = 0; warm < 5; warm += 1) await health();
  // As many again are longer than any password can be: refused before any work is done.
  const attempts = Array.from({ length: 100 }, (_, nth) =>
    call("demo", "POST /auth/login", {
      body: {
        // One name: so many would be taken for the attack on accounts that another test looks for.
        identifier: "nobody@flood.test",
        password: nth % 2 === 0 ? "x".repeat(900) : "x".repeat(200_000),
      },
    }),
  );
  const during: number[] = [];
  let isOver = false;
  const flood = Promise.all(attempts).finally(() => {
    isOver = true;
  });
  while (!isOver) during.push(await health());
  const answers = await flood;
  expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([401, 422]);
  expect(during.length).toBeGreaterThan(3);
  const middle = [...during].sort((a, b) => a - b)[Math.floor(during.length / 2)] ?? Number.NaN;
  expect(middle, `${during.length} answers while fifty hashed`).toBeLessThan(250);
});
