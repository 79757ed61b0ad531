import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { inRoot } from "./paths.mjs";

/** A browser for tests makes no calls of its own. */
export const launchFlags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Chromium's sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium of this machine: CHROMIUM_PATH, one of the system's, or Playwright's own.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is nothing there.`);
    return named;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications];
  return places.find((path) => existsSync(path)) ?? (await playwrightsOwn());
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * Finds a Chromium, or installs one where that can be done.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const install = canUseApt() ? installFromDebian : installFromPlaywright;
  const output = install();
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(`There is no Chromium, and none could be installed. Set CHROMIUM_PATH to one.\n${output}`);
}

function canUseApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  // Ubuntu's package of that name is a snap, which a container cannot run.
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", [...args], { env, encoding: "utf8", stdio: "pipe" }).stderr;
  return apt("update", "-qq") + apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
}

function installFromPlaywright() {
  const cli = inRoot("node_modules", "@playwright", "test", "cli.js");
  const { stdout, stderr } = spawnSync(process.execPath, [cli, "install", "chromium"], { encoding: "utf8" });
  return stdout + stderr;
}
