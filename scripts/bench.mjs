// npm run bench                     measures what docs/performance.md promises, and writes the figures there
// npm run bench -- layers growth    some parts alone: layers, bulk, growth, identity, memory, pages; nothing is written
//
// Everything happens in a copy of the product with a database of its own; both are gone afterwards. Linux only.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "./lib/bench-browser.mjs";
import { measureBulk } from "./lib/bench-bulk.mjs";
import { copyWithBareRoute } from "./lib/bench-copy.mjs";
import { measureGrowth } from "./lib/bench-growth.mjs";
import { measureIdentity } from "./lib/bench-identity.mjs";
import { startBenchInstallation } from "./lib/bench-installation.mjs";
import { measureLayers } from "./lib/bench-layers.mjs";
import { measureMemory } from "./lib/bench-memory.mjs";
import { measurePages } from "./lib/bench-pages.mjs";
import { writeFigures } from "./lib/bench-report.mjs";
import { build, isBuilt } from "./lib/build.mjs";
import { requireNode } from "./lib/install.mjs";
import { generateClient } from "./lib/prisma-client.mjs";
import { startProgram } from "./lib/program.mjs";
import { giveUp, step, table } from "./lib/say.mjs";

requireNode();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** The copy says so with the file that it leaves its figures in. */
const figuresFile = process.env.MEDVUNO_BENCH_FIGURES;
const wanted = process.argv.slice(2);

try {
  if (!existsSync("/proc/self/stat"))
    giveUp("Processor time and memory are read from /proc: run this on Linux.");
  if (figuresFile) await measure(figuresFile);
  else await measureCopy();
} catch (error) {
  giveUp(error);
}
process.exit();

async function measureCopy() {
  const copy = await step("Product copied", copyWithBareRoute);
  const file = join(copy, "figures.json");
  const measuring = startProgram({
    script: join(copy, "scripts", "bench.mjs"),
    args: wanted,
    env: { ...process.env, MEDVUNO_BENCH_FIGURES: file },
    output: "inherit",
  });
  if ((await measuring.ended) !== 0) throw new Error("The measurement did not come to its end.");
  if (wanted.length === 0) writeFigures(JSON.parse(readFileSync(file, "utf8")));
}

async function measure(/** @type {string} */ file) {
  generateClient();
  if (!isBuilt()) await step("Application built", build);
  const installation = await startBenchInstallation();
  const browser = await startBrowser();
  const parts = {
    bulk: () => measureBulk(installation),
    growth: () => measureGrowth(installation),
    layers: () => measureLayers(installation),
    pages: () => measurePages(installation, browser),
    identity: () => measureIdentity(installation),
    memory: () => measureMemory(installation, browser.cookieOf),
  };
  /** @type {import("./lib/bench-numbers.mjs").Figure[]} */
  const figures = [];
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const found = await step(`Measured ${name}`, part);
    console.log(
      table(
        found.map((each) => [each.isMet ? "met" : "missed", each.measured, each.limit, each.what, each.from]),
      ),
    );
    figures.push(...found);
  }
  writeFileSync(file, JSON.stringify(figures));
  await browser.close();
  await installation.stop();
}
