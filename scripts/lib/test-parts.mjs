import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { inRoot } from "./paths.mjs";
import { watchProgram } from "./program.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string }} Outcome
 * @typedef {object} Part
 * @property {string} name
 * @property {string} group what `npm run` calls it alone
 * @property {string[]} [after] names of parts that must have ended: they write what this one reads
 * @property {boolean} [alone] it needs the machine for itself
 * @property {(folder: string) => Promise<Outcome>} run `folder`: for files of its own, removed afterwards
 */

const timeLimitMs = 30 * 60_000;
const tool = (/** @type {string} */ path) => inRoot("node_modules", ...path.split("/"));
const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", NEXT_TELEMETRY_DISABLED: "1" };

/** A check that is right or wrong: one test. @param {string} script @param {string[]} args */
const check =
  (script, ...args) =>
  async () => {
    const { code, output } = await watchProgram({ script, args, env, timeLimitMs });
    return code === 0 ? one("passed", output) : one("failed", output);
  };

/** @param {"passed" | "failed"} result @param {string} output @returns {Outcome} */
const one = (result, output) => ({ passed: 0, failed: 0, skipped: 0, [result]: 1, output });

const cruised = ["app", "components", "emails", "inngest", "lib", "prisma", "scripts", "tests"];
const cruisedFiles = ["middleware.ts", "instrumentation.ts"];

/** @type {Part[]} in the order they begin, longest first */
export const testParts = [
  {
    name: "types",
    group: "check",
    run: check(tool("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json"),
  },
  { name: "unit", group: "unit", run: vitest("unit") },
  {
    name: "build",
    group: "e2e",
    // A build rewrites .next/types under the compiler's eyes.
    after: ["types"],
    async run() {
      if (isBuilt()) return one("passed", "The build of these very sources is there.");
      return build().then(
        (output) => one("passed", output),
        (error) => one("failed", error.message),
      );
    },
  },
  { name: "database", group: "db", run: vitest("database") },
  {
    name: "format and lint",
    group: "check",
    run: check(tool("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."),
  },
  {
    name: "import rule",
    group: "check",
    run: check(
      tool("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.mjs",
      ...[...cruised, ...cruisedFiles].filter((path) => existsSync(inRoot(path))),
    ),
  },
  { name: "dead code", group: "check", run: check(tool("knip/bin/knip.js"), "--no-progress") },
  { name: "server actions", group: "check", run: check(inRoot("scripts", "check-actions.mjs")) },
  { name: "schema", group: "check", run: check(inRoot("scripts", "db-check.mjs")) },
  { name: "end to end", group: "e2e", after: ["build"], alone: true, run: playwright },
];

function vitest(/** @type {string} */ project) {
  return async (/** @type {string} */ folder) => {
    const file = join(folder, `${project}.json`);
    const args = [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ];
    const { code, output } = await watchProgram({
      script: tool("vitest/vitest.mjs"),
      args,
      env,
      timeLimitMs,
    });
    const report = readReport(file);
    const counts = {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    };
    return { ...orFailed(code, counts), output };
  };
}

async function playwright(/** @type {string} */ folder) {
  if (!isBuilt()) return one("failed", "There is no build of these sources to test.");
  const chromium = await watchProgram({ script: inRoot("scripts", "chromium.mjs"), env, timeLimitMs });
  if (chromium.code !== 0) return one("failed", chromium.output);
  const file = join(folder, "playwright.json");
  const { code, output } = await watchProgram({
    script: tool("@playwright/test/cli.js"),
    args: ["test", "--reporter=list,json"],
    env: {
      ...env,
      CHROMIUM_PATH: chromium.output.split("\n").at(-1),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
    timeLimitMs,
  });
  const stats = readReport(file)?.stats;
  const counts = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
  return { ...orFailed(code, counts), output };
}

/**
 * A runner that failed without a failed test (a file that does not load, a server that does not start) failed,
 * and one that found nothing to run did not pass.
 * @param {number} code
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
const orFailed = (code, counts) =>
  (code !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0
    ? { ...counts, failed: counts.failed + 1 }
    : counts;

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
