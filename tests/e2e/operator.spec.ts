import type { Page } from "@playwright/test";
import { originOf, rootDomain } from "../../scripts/lib/e2e-addresses.mjs";
import { call, signIn } from "./support/api";
import { found, freshName, hire, password } from "./support/founding";
import { knock } from "./support/knock";
import { kindOf, linksOf, pageFaults } from "./support/page-faults";
import { demonstrationPassword, sessionOf, signInAt } from "./support/people";
import { expect, type Seat, test } from "./support/seats";

test.describe.configure({ timeout: 300_000 });

const operatorEmail = "operator@medvuno.test";

async function anOperator(seat: Seat): Promise<Page> {
  const page = await seat();
  await page.goto("/operator");
  await expect(page).toHaveURL(`${originOf()}/sign-in?next=%2Foperator`);
  await signInAt(page, "", operatorEmail, demonstrationPassword);
  await expect(page).toHaveURL(`${originOf()}/operator`);
  return page;
}

/** Presses a button that asks why, and answers. */
async function doForAReason(page: Page, button: string, act: string, reason: string) {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: act, exact: true }).click();
  // Nothing is done without one.
  await expect(dialog.getByText("Say why, in a few words.")).toBeVisible();
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: act, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test.use({ trace: "off" });

test.describe("the operator console", () => {
  test("P11 every page of it is there, accessible in light and dark, and fits 360 px", async ({ seat }) => {
    const page = await anOperator(seat);
    const known = [
      ...["/operator", "/operator/laboratories", "/operator/accounts", "/operator/providers"],
      ...["/operator/registrations", "/operator/registrations/to-be-told", "/operator/codes"],
      ...["/operator/codes/verifications", "/operator/codes/passwords", "/operator/mails", "/operator/tasks"],
      ...["/operator/tasks/schedules", "/operator/suspicions", "/operator/database", "/operator/audit"],
    ];
    const ways = [...known];
    const seen = new Set<string>();
    const faults: string[] = [];
    for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
      if (seen.has(kindOf(path)) || !path.startsWith("/operator")) continue;
      seen.add(kindOf(path));
      faults.push(...(await pageFaults(page, path)));
      ways.push(...(await linksOf(page)));
    }
    expect(faults).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining([...known, "/operator/laboratories/:id", "/operator/accounts/:id"]),
    );
  });
});

test("S17 the console is for operators, at the root address", async ({ seat }) => {
  const page = await anOperator(seat);
  const cookie = await sessionOf(page.context(), "");
  expect((await knock(rootDomain, "/operator/accounts", { headers: { cookie } })).status).toBe(200);
  for (const host of [`demo.${rootDomain}`, `learn.${rootDomain}`]) {
    const answer = await knock(host, "/operator/accounts", { headers: { cookie } });
    expect(answer.status, host).not.toBe(200);
    expect(answer.text, host).not.toContain(operatorEmail);
  }
  // Somebody who is no operator, signed in at the same address.
  const other = await seat();
  await signInAt(other, "", "administrator@demo.test", demonstrationPassword);
  for (const path of ["/operator", "/operator/accounts", "/operator/audit"]) {
    const response = await other.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(other.getByText(operatorEmail)).toHaveCount(0);
  }
});

test("a suspended laboratory says so at every door, and works again when it is resumed", async ({ seat }) => {
  const name = freshName();
  const director = await found(name);
  const at = await seat(name);
  await signInAt(at, name, `director@${name}.test`, password);
  const page = await anOperator(seat);
  await page.goto(`/operator/laboratories?q=${name}`);
  await page.getByRole("link", { name: "Century Hospital Laboratory" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Century Hospital Laboratory" })).toBeVisible();

  await doForAReason(page, "Suspend", "Suspend", "The contract ended.");
  await expect(page.getByText("The contract ended.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  for (const path of ["/", "/sign-in", "/orders"]) {
    const response = await at.goto(path);
    expect(response?.status(), path).toBe(403);
    await expect(at.getByText("This laboratory is suspended").first()).toBeVisible();
  }
  await expect(at.getByText("The contract ended.")).toHaveCount(0);
  const refused = await director("GET /users/me");
  expect([refused.status, refused.body.code]).toEqual([503, "unavailable"]);

  await doForAReason(page, "Resume", "Resume", "They paid.");
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();
  await signInAt(at, name, `director@${name}.test`, password);
  await expect(at.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a locked account gets in nowhere until it is unlocked", async ({ seat }) => {
  const name = freshName();
  await hire(await found(name), name, ["technician"], "tess");
  const email = `tess@${name}.test`;
  const page = await anOperator(seat);
  await page.goto("/operator/accounts");
  await page.getByLabel("E-mail, public id or name").fill(email);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "tess Colleague" }).click();
  await expect(page.getByText("Where they work")).toBeVisible();

  await doForAReason(page, "Lock", "Lock", "Their laptop was stolen.");
  await expect(page.getByText("Their laptop was stolen.")).toBeVisible();
  const body = { identifier: email, password };
  expect((await call(name, "POST /auth/login", { body })).status).toBe(401);

  await doForAReason(page, "Unlock", "Unlock", "They have a new one.");
  await expect(page.getByRole("button", { name: "Lock", exact: true })).toBeVisible();
  expect(await signIn(name, email, password)).toBeTruthy();
  await page.getByRole("link", { name: "What was done to this account" }).click();
  await expect(page.getByText("Account locked")).toBeVisible();
  await expect(page.getByText("Account unlocked")).toBeVisible();
});
