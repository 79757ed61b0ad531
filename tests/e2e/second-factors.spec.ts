import type { Page } from "@playwright/test";
import { findChromium, launchFlags } from "../../scripts/lib/chromium.mjs";
import { originOf, resolverFlag } from "../../scripts/lib/e2e-addresses.mjs";
import { addApp, plugInAuthenticator, shown } from "./support/authenticators";
import { found, freshName, hire, password } from "./support/founding";
import { pageFaults } from "./support/page-faults";
import { signInAt } from "./support/people";
import { expect, type Seat, test } from "./support/seats";

const executablePath = await findChromium();

// Browsers give passkeys to secure pages only, and there is no certificate for a made-up domain.
const secureFlag = "--unsafely-treat-insecure-origin-as-secure=*.lims.test";
test.use({
  launchOptions: {
    args: [...launchFlags, resolverFlag, secureFlag],
    ...(executablePath ? { executablePath } : {}),
  },
});

const security = "/account/security";

/** A laboratory of its own, and one of its people at a browser. */
async function colleagueAt(
  seat: Seat,
  role: string,
  policy: object = {},
): Promise<{ name: string; page: Page; email: string }> {
  const name = freshName();
  const director = await found(name);
  await hire(director, name, [role], "tess");
  if (Object.keys(policy).length > 0) {
    const { headers } = await director("GET /laboratory");
    const changed = await director("PATCH /laboratory", {
      body: policy,
      headers: { "if-match": String(headers.etag) },
    });
    expect(changed.status).toBe(200);
  }
  const page = await seat(name);
  const email = `tess@${name}.test`;
  await signInAt(page, name, email, password);
  return { name, page, email };
}

async function signOut(page: Page) {
  await page.goto("/account/sessions");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await page.waitForURL(/\/sign-in$/);
}

test("P12 an authenticator app, and a recovery code in its place", async ({ seat }) => {
  const { name, page, email } = await colleagueAt(seat, "technician");
  await page.goto(security);
  const { secret, codes } = await addApp(page);
  expect(codes).toHaveLength(10);
  await expect(page.getByRole("button", { name: "Remove" })).toBeVisible();
  expect(await pageFaults(page, security)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await signOut(page);
  await signInAt(page, name, email, password);
  await expect(page).toHaveURL(/\/sign-in\/second-step/);
  expect(await pageFaults(page, "/sign-in/second-step")).toEqual([]);
  expect(await pageFaults(page, "/sign-in/second-step?with=recovery_code")).toEqual([]);
  await page.goto("/sign-in/second-step");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code is not right")).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(shown(secret));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/`);

  await signOut(page);
  await signInAt(page, name, email, password);
  await page.getByRole("link", { name: "Recovery code" }).click();
  await page.getByLabel("Recovery code").fill(codes[0]?.toLowerCase() ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/`);
  await page.goto(security);
  await expect(page.getByText("9 are left.")).toBeVisible();
});

test("S8 a sign-in that has not begun has no second step", async ({ seat }) => {
  const page = await seat("demo");
  await page.goto("/sign-in/second-step");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("P13 a passkey: alone, as the second step, and to confirm who one is", async ({ seat }) => {
  const { name, page, email } = await colleagueAt(seat, "technician");
  await plugInAuthenticator(page);
  await page.goto(security);
  await page.getByLabel("Name").fill("Bench laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("rowheader", { name: "Bench laptop" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  expect(await pageFaults(page, security)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto("/confirm-identity?next=/account");
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/account`);
  expect(await pageFaults(page, "/confirm-identity")).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/`);

  await signOut(page);
  await signInAt(page, name, email, password);
  await expect(page).toHaveURL(/second-step/);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/`);

  await page.goto(security);
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("New name").fill("Old laptop");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("rowheader", { name: "Old laptop" })).toBeVisible();
  await page.getByRole("button", { name: "Remove the passkey" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("rowheader", { name: "Old laptop" })).toHaveCount(0);
});

test("P12 a role that is asked for a second factor works once it has one", async ({ seat }) => {
  const { name, page } = await colleagueAt(seat, "receptionist", { second_factor_roles: ["receptionist"] });
  await page.goto("/orders");
  await expect(page).toHaveURL(/\/account\/security\?enrol=1&next=%2Forders/);
  await expect(page.getByText("asks people with your role for a second factor")).toBeVisible();
  await addApp(page);
  await page.getByRole("link", { name: "Go on to work" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/orders`);
  await expect(page.getByRole("heading", { name: "Orders", level: 1 })).toBeVisible();
});

test("P12 the laboratory says how its people sign in", async ({ seat }) => {
  const name = freshName();
  await found(name);
  const page = await seat(name);
  await signInAt(page, name, `director@${name}.test`, password);
  expect(await pageFaults(page, "/settings/sign-in")).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel("Technician").check();
  await page.getByLabel("Lock after").fill("7");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It counts from the next page")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Technician")).toBeChecked();
  await expect(page.getByLabel("Lock after")).toHaveValue("7");
  // Their own role: they are led to what they have asked of themselves.
  await page.getByLabel("Administrator").check();
  await expect(page.getByText("This is one of your own roles.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/account\/security\?enrol=1/);
});

test("P13 a bench that nobody touches locks in all its tabs, and keeps what was typed", async ({ seat }) => {
  const { name, page, email } = await colleagueAt(seat, "receptionist", { idle_lock_minutes: 1 });
  await page.clock.install();
  await page.goto("/patients/new");
  await page.getByLabel("Family name").fill("Okafor");
  const other = await page.context().newPage();
  await other.goto("/orders");

  await page.clock.runFor(70_000);
  const cover = page.getByRole("dialog", { name: "This screen is locked" });
  await expect(cover).toBeVisible();
  await expect(other.getByRole("dialog", { name: "This screen is locked" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(cover).toBeVisible();
  await cover.getByLabel("Password", { exact: true }).fill("Not-my-password-1");
  await cover.getByRole("button", { name: "Unlock" }).click();
  await expect(cover.getByRole("alert")).toContainText("This is not your password");
  await cover.getByLabel("Password", { exact: true }).fill(password);
  await cover.getByRole("button", { name: "Unlock" }).click();
  await expect(cover).toHaveCount(0);
  await expect(page.getByLabel("Family name")).toHaveValue("Okafor");
  await expect(other.getByRole("dialog", { name: "This screen is locked" })).toHaveCount(0);

  // A reload, or a page of one's own making, does not step around it.
  await page.clock.runFor(70_000);
  await expect(cover).toBeVisible();
  await page.goto("/orders");
  await expect(page).toHaveURL(`${originOf(name)}/sign-in/locked?next=%2Forders`);
  expect(await pageFaults(page, "/sign-in/locked")).toEqual([]);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\/locked/);
  await expect(page.getByText(email)).toHaveCount(0);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page).toHaveURL(`${originOf(name)}/account`);

  // Somebody else sits down: the session before them ends.
  await page.clock.runFor(70_000);
  await page.getByRole("button", { name: "Sign in as somebody else" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await other.goto("/orders");
  await expect(other).toHaveURL(/\/sign-in\?next=/);
});
