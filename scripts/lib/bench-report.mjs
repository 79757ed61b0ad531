import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";
import { inRoot } from "./paths.mjs";

const [begin, end] = ["<!-- measured: npm run bench writes from here -->", "<!-- to here -->"];

/**
 * Writes the figures, with the machine and the day, into docs/performance.md; what people wrote there stays.
 * @param {import("./bench-numbers.mjs").Figure[]} figures
 */
export function writeFigures(figures) {
  const file = inRoot("docs", "performance.md");
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error("docs/performance.md has lost the marks between which figures stand.");
  const rows = figures.map(
    ({ what, measured, limit, isMet, from: made }) =>
      `| ${what} | ${isMet ? measured : `**${measured}**`} | ${limit} | ${isMet ? "met" : "**missed**"} | ${made} |`,
  );
  const written = [
    begin,
    machine(),
    "",
    "| | measured | at most | | |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ];
  writeFileSync(file, text.slice(0, from) + written.join("\n") + text.slice(to));
}

/** Where and when, and how busy the machine was with other things. */
function machine() {
  const day = new Date().toISOString().slice(0, 10);
  const model = cpus()[0]?.model ?? "unknown processor";
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return (
    `${day}: ${availableParallelism()} processors (${model}), ${gibibytes} GiB, ${platform()} ${release()}, ` +
    `Node ${process.versions.node}, embedded PostgreSQL; load average at the end ${loadavg()[1]?.toFixed(1)}.`
  );
}
