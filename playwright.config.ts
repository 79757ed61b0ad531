import { defineConfig, devices } from "@playwright/test";
import { findChromium, launchFlags } from "./scripts/lib/chromium.mjs";
import { originOf, resolverFlag } from "./scripts/lib/e2e-addresses.mjs";

const executablePath = await findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    baseURL: originOf("demo"),
    locale: "en-GB",
    timezoneId: "UTC",
    // A trace costs the browser half of its work again: asked for, to look at a failure.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      args: [...launchFlags, resolverFlag],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  projects: [{ name: "e2e", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    wait: { stdout: /Serving lims\.test/ },
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
