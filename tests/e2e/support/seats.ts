import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { originOf } from "../../../scripts/lib/e2e-addresses.mjs";

/** Opens a browser of its own at a laboratory, or at the root host: nothing is shared with any other. */
export type Seat = (laboratory?: string, options?: { storageState?: string }) => Promise<Page>;

/** Several people in one test, each at a seat of their own; all are cleared after it. */
export const test = base.extend<{ seat: Seat }>({
  seat: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (laboratory = "", options = {}) => {
      const context = await browser.newContext({ ...options, baseURL: originOf(laboratory) });
      contexts.push(context);
      const page = await context.newPage();
      // What is not there after so long does not come: the test says where it stopped.
      page.setDefaultTimeout(20_000);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from "@playwright/test";
