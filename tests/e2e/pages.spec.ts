import type { Page } from "@playwright/test";
import { hideKnownShapes } from "./support/known-shapes";
import { kindOf, linksOf, pageFaults } from "./support/page-faults";
import { person } from "./support/people";
import { expect, test } from "./support/seats";

test.describe.configure({ timeout: 300_000 });

/** Follows links until every kind of page has been seen once. */
async function walk(page: Page, from: readonly string[]) {
  const ways = [...from];
  const seen = new Set<string>();
  const faults: string[] = [];
  for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    faults.push(...(await pageFaults(page, path)));
    ways.push(...(await linksOf(page)));
  }
  return { seen: [...seen], faults };
}

const roles = {
  administrator: ["/", "/catalogue", "/providers", "/settings", "/audit", "/prices"],
  receptionist: ["/", "/patients", "/orders", "/samples", "/reports", "/orders/:id", "/patients/:id/edit"],
  phlebotomist: ["/", "/collect", "/orders/:id", "/samples/:id"],
  technician: ["/", "/accession", "/worklists", "/calls", "/samples/:id/results"],
  scientist: ["/", "/accession", "/worklists", "/verification", "/samples/:id/results"],
  pathologist: ["/", "/release", "/reports", "/calls", "/reports/:id"],
  cashier: ["/", "/invoices", "/invoices/:id", "/prices"],
  provider: ["/orders", "/reports", "/orders/:id"],
  auditor: ["/", "/audit", "/orders", "/reports", "/invoices"],
};

for (const [role, known] of Object.entries(roles)) {
  test(`every page that leads on from a ${role}'s start is there, accessible in light and dark, and fits 360 px`, async ({
    seat,
  }) => {
    const page = await person(seat, role);
    const { seen, faults } = await walk(page, ["/", ...known.filter((path) => !path.includes(":id"))]);
    expect.soft(faults).toEqual([]);
    expect(seen).toEqual(expect.arrayContaining(known));
  });
}

test("every page of the root host is there, accessible in light and dark, and fits 360 px", async ({
  seat,
}) => {
  const page = await seat();
  const from = [
    "/",
    "/sign-up",
    "/sign-up/code",
    "/find",
    "/permissions",
    "/problems/not-found",
    "/dev/mail",
  ];
  const { faults } = await walk(page, from);
  expect(faults).toEqual([]);
});

test("every page outside a laboratory's door is there, accessible in light and dark, and fits 360 px", async ({
  seat,
}) => {
  const page = await seat("demo");
  const { faults } = await walk(page, [
    "/sign-in",
    "/check",
    "/check/ABCDE-ABCDE-ABCDE-ABCDE",
    "/invitation",
  ]);
  expect(faults).toEqual([]);
});

test("the learning host has its page", async ({ seat }) => {
  expect(await pageFaults(await seat("learn"), "/")).toEqual([]);
});

test("a theme changes whole, at once: nothing wears the other one's colours for a moment", async ({
  seat,
}) => {
  const page = await person(seat, "receptionist");
  await page.goto("/patients/new");
  const found = await page.evaluate(() => {
    const colours = () =>
      Array.from(document.querySelectorAll("a, button"), (each) => getComputedStyle(each).color);
    const light = colours();
    localStorage.setItem("theme", "dark");
    dispatchEvent(new Event("themechange"));
    return { light, dark: colours(), fading: document.getAnimations().length };
  });
  expect(found.fading).toBe(0);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  const later = await page.evaluate(() =>
    Array.from(document.querySelectorAll("a, button"), (each) => getComputedStyle(each).color),
  );
  expect(later).toEqual(found.dark);
  expect(later).not.toEqual(found.light);
});

test("a shape is looked at beside its like, however many there are and wherever it stands", async ({
  page,
}) => {
  const row = "<p><em>Sodium</em> <b class='flag'>H</b></p>";
  await page.setContent(`<main><section>${row.repeat(5)}</section></main>`);
  expect(await hideKnownShapes(page)).toBe(true);
  await expect(page.locator("p:visible")).toHaveCount(2);
  await page.setContent(`<main><section>${row.repeat(5)}</section></main>`);
  expect(await hideKnownShapes(page)).toBe(false);
  await page.setContent(`<main><section>${row}<p><em>Sodium</em> <b class='odd'>H</b></p></section></main>`);
  expect(await hideKnownShapes(page)).toBe(true);
  await expect(page.locator("b:visible")).toHaveText(["H"]);
  await expect(page.locator(".odd")).toBeVisible();
});
