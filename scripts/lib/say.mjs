/**
 * Does a part of the work and says so when it did something: `work` answers false when there was nothing to do.
 * @template T
 * @param {string} what in the past tense
 * @param {() => T | Promise<T>} work
 * @param {string} [meanwhile] said before, where it takes long
 * @returns {Promise<T>}
 */
export async function step(what, work, meanwhile) {
  if (meanwhile) console.log(`  ${meanwhile}`);
  const began = performance.now();
  const answer = await work();
  if (answer !== false) console.log(`  ${what} (${seconds(began)})`);
  return answer;
}

/** Time since, in seconds with one decimal. */
export const seconds = (/** @type {number} */ began) =>
  `${((performance.now() - began) / 1_000).toFixed(1)} s`;

/**
 * Lines of cells, in columns as wide as their widest cell.
 * @param {string[][]} rows
 */
export function table(rows) {
  const widths = rows.reduce(
    (/** @type {number[]} */ known, row) =>
      row.map((cell, column) => Math.max(known[column] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd())
    .join("\n");
}

/** Ends the program with one kind sentence. @returns {never} */
export function giveUp(/** @type {unknown} */ reason) {
  console.error(reason instanceof Error ? reason.message : String(reason));
  process.exit(1);
}
