import type { BrowserContext, Request } from "@playwright/test";
import { originOf, rootDomain } from "../../scripts/lib/e2e-addresses.mjs";
import { newestMail, signIn } from "./support/api";
import { knock } from "./support/knock";
import { hearComplaints } from "./support/page-faults";
import { demonstrationPassword, person, sessionOf, signInAt } from "./support/people";
import { expect, test } from "./support/seats";

const demo = `demo.${rootDomain}`;
const orders = "/orders?state=placed";

test("S17 a signed-out person is asked to sign in, and comes back to the page they wanted", async ({
  page,
}) => {
  await page.goto(orders);
  await expect(page).toHaveURL(`${originOf("demo")}/sign-in?next=${encodeURIComponent(orders)}`);
  await signInAt(page, "demo", "receptionist@demo.test", demonstrationPassword);
  await expect(page).toHaveURL(originOf("demo") + orders);
  await expect(page.getByRole("heading", { name: "Orders", level: 1 })).toBeVisible();
});

test("S17 a cookie that names no session is as good as none", async () => {
  const answer = await knock(demo, "/orders", { headers: { cookie: "medvuno=made-up" } });
  expect([answer.status, answer.text.includes("receptionist")]).toEqual([307, false]);
  expect(answer.headers.location).toContain("/sign-in");
});

test("S17 a page that a role may not see says so, and shows nothing of it", async ({ seat }) => {
  const page = await person(seat, "phlebotomist");
  const response = await page.goto("/invoices");
  expect(response?.status()).toBe(403);
  await expect(page.getByText(/INV-\d/)).toHaveCount(0);
});

for (const evil of [
  "//evil.test/x",
  "/\\evil.test",
  "https://evil.test",
  "javascript:alert(1)",
  "/%09/evil.test",
  "/..//evil.test",
  "/orders/%2e%2e//evil.test",
]) {
  test(`S19 after signing in, next=${evil} stays in the laboratory`, async ({ page }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(evil)}`);
    await signInAt(page, "demo", "auditor@demo.test", demonstrationPassword);
    expect(new URL(page.url()).host).toBe(demo);
  });
}

test("S18 a host that is not ours is answered 421, whatever it asks for", async () => {
  for (const host of [
    "evil.test",
    "lims.test.evil.test",
    `a.b.${rootDomain}`,
    `api.${rootDomain}`,
    "127.0.0.1",
  ]) {
    for (const path of ["/", "/sign-in", "/orders"]) {
      expect((await knock(host, path)).status, `${host}${path}`).toBe(421);
    }
    expect((await knock(host, "/api/v1/users/me")).status, host).toBeGreaterThanOrEqual(400);
  }
});

test("S18 no path of the root host, and none of another, leads into a laboratory", async () => {
  for (const path of ["/lab/demo", "/lab/demo/sign-in", "/learn", "/lab/northlab/orders"]) {
    for (const host of [rootDomain, demo, `learn.${rootDomain}`]) {
      expect((await knock(host, path)).status, `${host}${path}`).toBe(404);
    }
  }
  expect((await knock(`nobody.${rootDomain}`, "/sign-in")).status).toBe(404);
});

test("S18 a forged X-Forwarded-Host changes neither a redirect, nor a page, nor a mail", async () => {
  const forged = {
    "x-forwarded-host": "evil.test",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.test",
  };
  const sent = await knock(demo, "/orders", { headers: forged });
  expect(sent.headers.location).toBe(`${originOf("demo")}/sign-in?next=%2Forders`);
  const page = await knock(demo, "/sign-in", { headers: forged });
  expect(page.text).toContain("Demo Laboratory");
  expect(page.text).not.toContain("evil.test");

  const administrator = await signIn("demo", "administrator@demo.test", demonstrationPassword);
  const email = `forged-${Date.now()}@demo.test`;
  const invited = await administrator("POST /invitations", {
    body: { email, roles: ["phlebotomist"] },
    headers: forged,
  });
  expect(invited.status).toBe(201);
  const mail = await newestMail(email);
  expect(mail.text).toContain(`${originOf("demo")}/invitation?token=`);
  expect(mail.text + mail.html).not.toContain("evil.test");
});

test("S6 the cookie of one laboratory signs nobody in at another, nor at the API", async ({ seat }) => {
  const page = await person(seat, "technician");
  const cookie = await sessionOf(page.context(), "demo");
  expect((await knock(demo, "/samples", { headers: { cookie } })).status).toBe(200);
  for (const host of [`northlab.${rootDomain}`, `learn.${rootDomain}`]) {
    const answer = await knock(host, "/samples", { headers: { cookie } });
    expect(answer.status, host).not.toBe(200);
    expect(answer.text, host).not.toContain("technician@demo.test");
  }
  expect((await knock(demo, "/api/v1/users/me", { headers: { cookie } })).status).toBe(401);
  const session = cookie.slice("medvuno=".length);
  const asToken = await knock(demo, "/api/v1/users/me", { headers: { authorization: `Bearer ${session}` } });
  expect(asToken.status).toBe(401);
});

test("S12 S20 signing out ends the session on the server, and no other site can do it", async ({ seat }) => {
  const page = await person(seat, "cashier");
  const cookie = await sessionOf(page.context(), "demo");
  const isIn = async () => (await knock(demo, "/invoices", { headers: { cookie } })).status === 200;

  // The request that the button sends, kept back to be sent from elsewhere.
  await page.goto("/invoices");
  const asked = await heldBack(page, async () => {
    await page.getByRole("button", { name: "Account, theme and sign-out" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
  });
  const post = (headers: Record<string, string>) =>
    knock(demo, new URL(asked.url()).pathname, {
      method: "POST",
      headers: { ...actionHeaders(asked), cookie, ...headers },
      body: asked.postDataBuffer() ?? Buffer.alloc(0),
    });
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.test" },
    { origin: originOf("northlab") },
    { origin: originOf() },
    { origin: "null" },
    {},
    { origin: "https://evil.test", "x-forwarded-host": "evil.test" },
    { origin: originOf("northlab"), "x-forwarded-host": `northlab.${rootDomain}` },
  ];
  for (const headers of foreign) {
    const answer = await post(headers);
    expect(answer.status, JSON.stringify(headers)).not.toBe(303);
    expect(await isIn(), `still signed in after ${JSON.stringify(headers)}`).toBe(true);
  }

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await isIn(), "the copied cookie").toBe(false);
});

for (const [how, lose] of [
  ["the cookie is gone", async (context: BrowserContext) => context.clearCookies()],
  [
    "the session was ended elsewhere",
    async (context: BrowserContext) => {
      const stolen = await sessionOf(context, "demo");
      const elsewhere = await context.newPage();
      await elsewhere.goto("/");
      await elsewhere.getByRole("button", { name: "Account, theme and sign-out" }).click();
      await elsewhere.getByRole("button", { name: "Sign out" }).click();
      await elsewhere.waitForURL("**/sign-in");
      const [name = "", value = ""] = stolen.split("=");
      await context.addCookies([{ name, value, url: originOf("demo") }]);
      await elsewhere.close();
    },
  ],
] as const) {
  test(`S12 a form says that one is signed out, and keeps what was typed: ${how}`, async ({ seat }) => {
    const page = await person(seat, "receptionist");
    await page.goto("/patients/new");
    await page.getByLabel("Family name").fill("Kept through it all");
    await page.getByLabel("MRN").fill(`KEPT-${Date.now()}`);
    await page.getByRole("radio", { name: "Female" }).check();
    await lose(page.context());
    const send = page.getByRole("button", { name: /^(Register|Save)/ }).first();
    await send.click();
    await expect(page.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible();
    const [door] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "Sign in in another tab" }).click(),
    ]);
    await signInAt(door, "demo", "receptionist@demo.test", demonstrationPassword);
    await send.click();
    await expect(page).not.toHaveURL(/\/patients\/new/);
  });
}

test("S18a only a form of the root host may bring a ticket, and none that is made up", async () => {
  for (const origin of [originOf(), originOf("northlab"), "https://evil.test", ""]) {
    const answer = await knock(demo, "/welcome", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...(origin && { origin }) },
      body: Buffer.from("ticket=made-up"),
    });
    expect([answer.status, answer.headers.location], origin).toEqual([303, `${originOf("demo")}/sign-in`]);
    expect(answer.headers["set-cookie"], origin).toBeUndefined();
  }
  expect((await knock(demo, "/welcome?ticket=made-up")).status).toBe(405);
});

test("S21 every page has a policy with a nonce of its own, which every script of it carries", async ({
  page,
}) => {
  const complaints = hearComplaints(page);
  const nonces = new Set<string>();
  const places = [
    originOf(),
    `${originOf()}/sign-up`,
    `${originOf("demo")}/sign-in`,
    `${originOf("demo")}/check`,
  ];
  for (const place of [...places, `${originOf("learn")}/`, `${originOf()}/problems/not-found`]) {
    const response = await page.goto(place);
    const policy = response?.headers()["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce.length, place).toBeGreaterThan(20);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    const without = await page.evaluate(
      (own) =>
        [...document.scripts].filter((script) => script.nonce !== own).map((script) => script.outerHTML),
      nonce,
    );
    expect(without, place).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(places.length + 2);
  expect(complaints.stop()).toEqual([]);
});

test("S21 a nonce or a policy that a client sends is not taken for the server's", async () => {
  const answer = await knock(demo, "/sign-in", {
    headers: { "x-nonce": "chosen", "content-security-policy": "script-src 'nonce-chosen'" },
  });
  expect(answer.text).not.toContain("chosen");
  expect(answer.headers["content-security-policy"]).not.toContain("chosen");
});

test("S21 pages are not framed, not sniffed, and kept by no cache once somebody is signed in", async ({
  seat,
}) => {
  const page = await person(seat, "technician");
  const response = await page.goto("/samples");
  const headers = response?.headers() ?? {};
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBeTruthy();
  expect(headers["x-powered-by"]).toBeUndefined();
});

/** What the page would send, while it believes that the network is gone. */
async function heldBack(
  page: Awaited<ReturnType<typeof person>>,
  act: () => Promise<void>,
): Promise<Request> {
  const held = new Promise<Request>((resolve) => {
    void page.route(
      () => true,
      (route) => {
        if (route.request().method() !== "POST") return route.continue();
        resolve(route.request());
        return route.abort();
      },
    );
  });
  await act();
  const request = await held;
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.reload();
  await page.getByRole("button", { name: "Account, theme and sign-out" }).click();
  return request;
}

/** The headers that make a request an action, without those that say where it comes from. */
function actionHeaders(request: Request): Record<string, string> {
  const given = request.headers();
  const kept = ["content-type", "next-action", "next-router-state-tree", "accept"];
  return Object.fromEntries(kept.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
}
