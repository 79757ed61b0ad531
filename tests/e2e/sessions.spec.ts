import { originOf } from "../../scripts/lib/e2e-addresses.mjs";
import { call, newestMail } from "./support/api";
import { found, freshName, hire, password } from "./support/founding";
import { pageFaults } from "./support/page-faults";
import { signInAt } from "./support/people";
import { expect, test } from "./support/seats";

const sessions = "/account/sessions";

/** A laboratory of the test's own, with one technician beside its director. */
async function laboratory() {
  const name = freshName();
  const director = await found(name);
  await hire(director, name, ["technician"], "tess");
  return { name, email: `tess@${name}.test`, director: `director@${name}.test` };
}

test("T3 P4 a new browser is announced by mail, listed, and forgotten; a known one is not announced", async ({
  seat,
}) => {
  const { name, email } = await laboratory();
  const desk = await seat(name);
  await signInAt(desk, name, email, password);
  const first = await newestMail(email);
  expect(first.subject).toBe("A new device signed in to your account");
  expect(first.text).toContain(`${originOf(name)}/not-me?token=`);

  // The same browser comes back: its cookie is of this host, out of scripts' reach, and stays when it signs out.
  await desk.goto(sessions);
  await desk.getByRole("button", { name: "Sign out here" }).click();
  await desk.waitForURL(/\/sign-in$/);
  const kept = (await desk.context().cookies(originOf(name))).find((each) => each.name === "lims-device");
  expect(kept).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    domain: new URL(originOf(name)).hostname,
  });
  await signInAt(desk, name, email, password);
  expect((await newestMail(email)).text).toBe(first.text);

  const laptop = await seat(name);
  await signInAt(laptop, name, email, password);
  expect((await newestMail(email)).text).not.toBe(first.text);
  expect(await pageFaults(laptop, sessions)).toEqual([]);
  await laptop.setViewportSize({ width: 1440, height: 900 });

  const devices = laptop.getByRole("table", { name: /^Devices/ });
  // Programs have no system in their name; the invitation was accepted by one.
  const other = devices.getByRole("row").filter({ hasText: " on " }).filter({ hasNotText: "this one" });
  await other.getByRole("button", { name: /Sign out and forget/ }).click();
  await laptop.getByRole("dialog").getByRole("button", { name: "Sign out and forget" }).click();
  await expect(laptop.getByRole("dialog")).toHaveCount(0);
  await desk.goto("/");
  await expect(desk).toHaveURL(/\/sign-in/);
});

test("P4 a session in another browser is ended, and that browser is at the door", async ({ seat }) => {
  const { name, email } = await laboratory();
  const [here, there] = [await seat(name), await seat(name)];
  await signInAt(there, name, email, password);
  await signInAt(here, name, email, password);
  await here.goto(sessions);
  const table = here.getByRole("table", { name: /^Sessions/ });
  // The tokens of the invitation, the other browser, and this one.
  await expect(table.getByRole("button", { name: /^End/ })).toHaveCount(2);
  await table.getByRole("button", { name: /^End/ }).first().click();
  await expect(table.getByRole("button", { name: /^End/ })).toHaveCount(1);
  await there.goto("/");
  await expect(there).toHaveURL(/\/sign-in/);
  await here.goto("/");
  await expect(here).not.toHaveURL(/\/sign-in/);
});

test("P4 signing out everywhere ends every browser and every program", async ({ seat }) => {
  const { name, email } = await laboratory();
  const { body } = await call(name, "POST /auth/login", { body: { email, password } });
  const [here, there] = [await seat(name), await seat(name)];
  await signInAt(there, name, email, password);
  await signInAt(here, name, email, password);
  await here.goto(sessions);
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await here.waitForURL(/\/sign-in/);
  await there.goto("/");
  await expect(there).toHaveURL(/\/sign-in/);
  expect((await call(name, "GET /users/me", { token: body.access })).status).toBe(401);
  await signInAt(here, name, email, password);
});

test("an API key is shown once, does what was ticked, and is dead when it is revoked", async ({ seat }) => {
  const { name, director } = await laboratory();
  const page = await seat(name);
  await signInAt(page, name, director, password);
  expect(await pageFaults(page, "/settings/api-keys")).toEqual([]);
  expect(await pageFaults(page, "/settings/api-keys/new")).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByLabel("Name", { exact: true }).fill("Booking system");
  await page.getByRole("checkbox", { name: /Find patients and open their records/ }).check();
  await expect(page.getByRole("checkbox", { name: /Release verified results/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Make the key" }).click();
  const shown = page.getByLabel("The API key Booking system");
  await expect(shown).toHaveText(/^mvk_[a-z2-9]{8}_[\w-]{43}$/);
  const token = (await shown.textContent()) ?? "";
  expect((await newestMail(director)).text).toContain("Booking system");

  expect((await call(name, "GET /patients", { token })).status).toBe(200);
  expect((await call(name, "GET /orders", { token })).status).toBe(403);
  expect((await call("demo", "GET /patients", { token })).status).toBe(401);

  await page.getByRole("link", { name: "I have kept it" }).click();
  await page.getByRole("link", { name: "Booking system" }).click();
  await expect(page.getByRole("heading", { name: "Booking system", level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain(token.slice(13));
  expect(await pageFaults(page, new URL(page.url()).pathname)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByLabel("How long the old key goes on").selectOption("1");
  await page.getByRole("button", { name: "Replace this key" }).click();
  const successor = (await shown.textContent()) ?? "";
  for (const each of [token, successor]) {
    expect((await call(name, "GET /patients", { token: each })).status).toBe(200);
  }

  await page.reload();
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke the key" }).click();
  await expect(page.getByText("Revoked").first()).toBeVisible();
  expect((await call(name, "GET /patients", { token })).status).toBe(401);
  expect((await call(name, "GET /patients", { token: successor })).status).toBe(200);
});
