// npm test          the whole proof, from a fresh clone on
// npm run check     the static parts          npm run test:unit | test:db | test:e2e     one part alone
//
// The last line is `Tests: N passed, N failed`.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled, requireNode } from "./lib/install.mjs";
import { inRoot } from "./lib/paths.mjs";
import { generateClient } from "./lib/prisma-client.mjs";
import { runProgram } from "./lib/program.mjs";
import { runParts } from "./lib/run-parts.mjs";
import { giveUp, seconds, step } from "./lib/say.mjs";
import { testParts } from "./lib/test-parts.mjs";

requireNode();

const [group] = process.argv.slice(2);
const parts = testParts.filter((part) => group === undefined || part.group === group);
const folder = mkdtempSync(join(tmpdir(), "medvuno-test-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

if (parts.length === 0) giveUp(`There is no part called ${group}: check, unit, db or e2e.`);

try {
  await step("Packages installed", () => ensureInstalled({ withDevelopment: true }));
  await step("Database client generated", generateClient);
  if (parts.some(({ name }) => name === "types")) {
    await step("Types of routes generated", () =>
      runProgram({
        script: inRoot("node_modules", "next", "dist", "bin", "next"),
        args: ["typegen"],
        env: process.env,
      }),
    );
  }
} catch (error) {
  giveUp(error);
}

const began = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };

await runParts(parts, {
  lanes: Math.max(2, Math.floor(availableParallelism() / 2)),
  folder,
  onEnd({ name }, { passed, failed, skipped, output }, took) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    console.log(
      `${failed > 0 ? "✗" : "✓"} ${name.padEnd(16)} ${took.padStart(8)}   ${inWords({ passed, failed, skipped })}`,
    );
    if (failed > 0) console.log(`\n${output}\n`);
  },
});

console.log(`\nAll in ${seconds(began)}`);
console.log(`Tests: ${inWords(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
