import AxeBuilder from "@axe-core/playwright";
import type { ConsoleMessage, Page } from "@playwright/test";
import { hideKnownShapes, showAll } from "./known-shapes";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Opens a page and says what is wrong with it: not answered with 200, complaints on the console, violations of
 * WCAG 2.2 AA in light or in dark in any shape that was not looked at before, wider than a telephone. Empty when
 * nothing is.
 */
export async function pageFaults(page: Page, path: string): Promise<string[]> {
  const complaints = hearComplaints(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const response = await page.goto(path, { waitUntil: "load" });
  const faults = response?.status() === 200 ? [] : [`answered ${response?.status()}`];
  faults.push(...(await page.evaluate(lookAround)));
  if (await hideKnownShapes(page)) faults.push(...(await violations(page)));
  await showAll(page);
  await page.setViewportSize({ width: 360, height: 780 });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? scrollWidth : null;
  });
  if (wide !== null) faults.push(`${wide} px wide at 360`);
  return [...faults, ...complaints.stop()].map((fault) => `${kindOf(path)}: ${fault}`);
}

/** Runs in the page, once it has come to rest. */
async function lookAround(): Promise<string[]> {
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 }));
  const headings = document.querySelectorAll("h1").length;
  const ids = Array.from(document.querySelectorAll("[id]"), ({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...(headings === 1 ? [] : [`${headings} headings of level 1`]),
    ...(document.title ? [] : ["no title"]),
    ...twice.map((id) => `the id ${id} twice`),
  ];
}

/** What axe finds, in light and in dark, as the system of the person changes over. */
export async function violations(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const first = await page.evaluate(() => document.documentElement.dataset.theme ?? "light");
  for (const theme of first === "dark" ? (["dark", "light"] as const) : (["light", "dark"] as const)) {
    if (theme !== first) await putTheme(page, theme);
    // A mail shown in its sandbox runs no script, axe neither.
    const axe = new AxeBuilder({ page, ...(theme !== first && { axeSource: isThere }) })
      .setLegacyMode()
      .exclude("iframe")
      .options({ resultTypes: ["violations"], preload: false });
    // What differs between the themes is colour alone.
    const found = await (theme === first
      ? axe.withTags(standards)
      : axe.withRules(["color-contrast"])
    ).analyze();
    for (const { id, nodes } of found.violations) {
      faults.push(`axe ${theme} ${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`);
    }
  }
  return faults;
}

/** In the place of axe's own source, which the page has read already. */
const isThere = "void 0";

async function putTheme(page: Page, theme: "light" | "dark") {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction((name) => document.documentElement.dataset.theme === name, theme);
}

/** What a page writes on the console as an error, and what it throws. */
export function hearComplaints(page: Page): { stop: () => string[] } {
  const heard: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    // A header for TLS, which is not spoken here: the browser says that it ignores it.
    if (message.text().startsWith("The Cross-Origin-Opener-Policy header has been ignored")) return;
    if (message.type() === "error") heard.push(`console: ${message.text()} ${message.location().url}`);
  };
  const onError = (error: Error) => heard.push(`thrown: ${error.message}`);
  page.on("console", onConsole).on("pageerror", onError);
  return {
    stop() {
      page.off("console", onConsole).off("pageerror", onError);
      return heard;
    },
  };
}

/** Pages of this host that the page leads to; files, forms and what is for programs are no pages. */
export async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("a[href^='/']:not([target]):not([download])")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs
    .map((href) => href.replace(/#.*$/, ""))
    .filter((href) => !/\/(pdf|labels?)$|^\/(api|\.well-known)\b/.test(href));
}

/** "/orders/0190…/edit?x=1" → "/orders/:id/edit": one page of each kind is enough. */
export function kindOf(path: string): string {
  const [plain = ""] = path.split("?");
  return plain.replaceAll(/\/[^/]*[\dA-Z][^/]*/g, "/:id").replace(/^\/problems\/.+/, "/problems/:id");
}
