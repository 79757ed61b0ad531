import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { demonstrationPassword } from "./bench-http.mjs";
import { ensureChromium, launchFlags } from "./chromium.mjs";

// Not *.localhost: its cookies are not those of a real domain. Chromium asks no name server for it.
const resolverFlag = "--host-resolver-rules=MAP *.lims.test 127.0.0.1, MAP lims.test 127.0.0.1";

/** A browser that signs people of the demonstration in, and counts what pages load. */
export async function startBrowser() {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...launchFlags, resolverFlag],
  });
  /** @typedef {import("./bench-installation.mjs").Server} Server */

  return {
    close: () => browser.close(),
    /**
     * Signs in by the page.
     * @param {Server} server @param {string} role
     * @returns {Promise<string>} the Cookie header of the session
     */
    async cookieOf({ rootDomain }, role) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://demo.${rootDomain}/sign-in?next=/account`);
      await page.getByLabel("E-mail, username or public id").fill(`${role}@demo.test`);
      await page.getByLabel("Password", { exact: true }).fill(demonstrationPassword);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      const cookies = await context.cookies();
      await context.close();
      return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    },
    /**
     * The scripts that a page loads in a browser that has none of them yet.
     * @param {Server} server @param {string} cookie @param {string} path
     * @returns {Promise<{ files: number, kB: number }>} their size as gzip sends it
     */
    async scriptsOf({ rootDomain }, cookie, path) {
      const context = await browser.newContext();
      const url = `http://demo.${rootDomain}`;
      await context.addCookies(
        cookie.split("; ").map((each) => {
          const at = each.indexOf("=");
          return { name: each.slice(0, at), value: each.slice(at + 1), url };
        }),
      );
      const page = await context.newPage();
      /** @type {Map<string, Promise<Buffer>>} */
      const scripts = new Map();
      page.on("response", (response) => {
        if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
      });
      const answer = await page.goto(url + path, { waitUntil: "networkidle" });
      if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}.`);
      const bodies = await Promise.all(scripts.values());
      await context.close();
      const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      return { files: bodies.length, kB: bytes / 1000 };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startBrowser>>} Browser */
