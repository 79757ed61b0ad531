import type { Page } from "@playwright/test";
import { aBench, type Bench, colleague, received } from "./support/bench";
import { expect, test } from "./support/seats";

const grid = (page: Page) => page.getByRole("grid");
const value = (page: Page, analyte: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${analyte}\\b(?!, percentage)`) });
const line = (page: Page, analyte: string) =>
  grid(page)
    .getByRole("row")
    .filter({ has: value(page, analyte) });
/** Opens the grid, and waits until it answers to keys: what is typed before that is another story. */
async function open(page: Page, path: string) {
  await page.goto(path);
  await atWork(page);
}

async function atWork(page: Page) {
  await page.waitForFunction(() => {
    const field = document.querySelector("[role=grid] input");
    return field !== null && Object.keys(field).some((key) => key.startsWith("__reactProps"));
  });
  await page.waitForLoadState("networkidle");
}
const saved = /Saved \d\d:\d\d/;

/** A full blood count at the bench, and the grid of its tube. */
async function aCount(bench: Bench) {
  const { tubes } = await received(bench, ["FBC"]);
  const id = tubes[0]?.id ?? "";
  const path = `/samples/${id}/results`;
  const stored = async (analyte: string) => {
    const { body } = await bench.desk(`GET /results?sample_id=${id}&limit=100`);
    return body.data.find((each: Record<string, string>) => each.analyte_code === analyte)?.value ?? null;
  };
  return { path, stored };
}

test("the grid is one Tab stop; arrows, Enter and Esc do the rest, and each value saves itself", async ({
  seat,
}) => {
  const bench = await aBench();
  const { path, stored } = await aCount(bench);
  const page = await colleague(seat, bench, "technician", "tess");
  await open(page, path);
  await expect(grid(page).locator("[tabindex='0']")).toHaveCount(1);

  const [first, second, third] = ["Erythrocytes", "Haemoglobin", "Haematocrit"];
  await value(page, first).focus();
  await page.keyboard.press("ArrowDown");
  await expect(value(page, second)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(value(page, first)).toBeFocused();
  await expect(grid(page).locator("[tabindex='0']")).toHaveCount(1);

  // Tab leaves the grid; coming back leads to the same line.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(grid(page).locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(value(page, second)).toBeFocused();

  await page.keyboard.type("12.5");
  await page.keyboard.press("Enter");
  await expect(value(page, third)).toBeFocused();
  await expect(line(page, second)).toContainText(saved);
  expect(await stored("HGB")).toBe("12.5");

  // A value that is left by an arrow is saved as well; Esc puts back what is saved.
  await page.keyboard.type("41");
  await page.keyboard.press("ArrowUp");
  await expect(line(page, third)).toContainText(saved);
  await expect(value(page, second)).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("99");
  await page.keyboard.press("Escape");
  await expect(value(page, second)).toHaveValue("12.5");
  await page.keyboard.press("ArrowUp");
  expect(await stored("HGB")).toBe("12.5");
  expect(await stored("HCT")).toMatch(/^41/);
});

test("a value says that it is being saved until it is saved", async ({ seat }) => {
  const bench = await aBench();
  const { path } = await aCount(bench);
  const page = await colleague(seat, bench, "technician", "tess");
  await open(page, path);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await value(page, "Haemoglobin").fill("12.5");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haemoglobin")).toContainText("Saving");
  await expect(page.getByText("1 saving")).toBeVisible();
  letGo();
  await expect(line(page, "Haemoglobin")).toContainText(saved);
  await expect(page.getByText("1 saving")).toHaveCount(0);
});

test("R11 what cannot be a value is refused where it stands, and is not sent", async ({ seat }) => {
  const bench = await aBench();
  const { path, stored } = await aCount(bench);
  const page = await colleague(seat, bench, "technician", "tess");
  await open(page, path);
  for (const wrong of ["twelve", "12.555", "1,2,3"]) {
    await value(page, "Haemoglobin").fill(wrong);
    await page.keyboard.press("Enter");
    await expect(value(page, "Haemoglobin"), wrong).toHaveAttribute("aria-invalid", "true");
    await expect(value(page, "Haemoglobin"), wrong).toHaveValue(wrong);
    await expect(page.getByText("1 not saved")).toBeVisible();
  }
  expect(await stored("HGB")).toBeNull();
  await value(page, "Haemoglobin").fill("<12.5");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haemoglobin")).toContainText(saved);
  expect(await stored("HGB")).toBe("<12.5");
});

test("two people on one value: nothing is overwritten unseen, T takes theirs and K keeps one's own", async ({
  seat,
}) => {
  const bench = await aBench();
  const { path, stored } = await aCount(bench);
  const page = await colleague(seat, bench, "technician", "tess");
  const theirs = await colleague(seat, bench, "technician", "toni");
  await Promise.all([open(page, path), open(theirs, path)]);
  await expect(value(page, "Haemoglobin")).toBeVisible();
  for (const [analyte, typed] of [
    ["Haemoglobin", "13.1"],
    ["Haematocrit", "44"],
  ] as const) {
    await value(theirs, analyte).fill(typed);
    await theirs.keyboard.press("Enter");
    await expect(line(theirs, analyte)).toContainText(saved);
  }

  await value(page, "Haemoglobin").fill("14.2");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haemoglobin")).toContainText("Conflict 13.1 by toni Colleague");
  await expect(page.getByText("1 conflict")).toBeVisible();
  expect(await stored("HGB")).toBe("13.1");
  await value(page, "Haemoglobin").focus();
  await page.keyboard.press("t");
  await expect(value(page, "Haemoglobin")).toHaveValue("13.1");
  await expect(page.getByText("1 conflict")).toHaveCount(0);

  await value(page, "Haematocrit").fill("40");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haematocrit")).toContainText("Conflict");
  await value(page, "Haematocrit").focus();
  await page.keyboard.press("k");
  await expect(line(page, "Haematocrit")).toContainText(saved);
  expect(await stored("HCT")).toMatch(/^40/);
  expect(await stored("HGB")).toBe("13.1");
});

test("a dropped connection loses nothing: values are kept, say so, and are saved when it is back", async ({
  seat,
}) => {
  const bench = await aBench();
  const { path, stored } = await aCount(bench);
  const page = await colleague(seat, bench, "technician", "tess");
  await open(page, path);
  await expect(value(page, "Haemoglobin")).toBeVisible();
  await page.context().setOffline(true);
  await value(page, "Haemoglobin").fill("12.5");
  await page.keyboard.press("Enter");
  await page.keyboard.type("41");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haemoglobin")).toContainText("Not saved");
  await expect(page.getByText("2 not saved")).toBeVisible();
  await page.context().setOffline(false);
  await expect(line(page, "Haemoglobin")).toContainText(saved);
  await expect(line(page, "Haematocrit")).toContainText(saved);
  expect(await stored("HGB")).toBe("12.5");
});

test("a reload keeps what was typed: what was left is saved by itself, the rest when Enter says so", async ({
  seat,
}) => {
  const bench = await aBench();
  const { path, stored } = await aCount(bench);
  const page = await colleague(seat, bench, "technician", "tess");
  await open(page, path);
  await page.route(`**${path}`, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await value(page, "Haemoglobin").fill("12.5");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haemoglobin")).toContainText("Not saved");
  await page.keyboard.type("4");
  await page.reload();
  await atWork(page);
  await expect(value(page, "Haemoglobin")).toHaveValue("12.5");
  await expect(value(page, "Haematocrit")).toHaveValue("4");
  await expect(line(page, "Haematocrit")).toContainText("Enter saves it");
  expect(await stored("HGB")).toBeNull();

  await page.unrouteAll({ behavior: "wait" });
  await expect(line(page, "Haemoglobin")).toContainText(saved);
  await value(page, "Haematocrit").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await expect(line(page, "Haematocrit")).toContainText(saved);
  expect([await stored("HGB"), await stored("HCT")]).toEqual(["12.5", expect.stringMatching(/^41/)]);
  await page.reload();
  await atWork(page);
  await expect(value(page, "Haematocrit")).toHaveValue(/^41/);
});
