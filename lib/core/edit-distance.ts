/**
 * True when `a` becomes `b` by at most `most` slips of the hand: a letter left out, added, or taken for another,
 * or two neighbours in each other's place (optimal string alignment).
 */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  const [from, to] = [[...a], [...b]];
  if (most === 0 || Math.abs(from.length - to.length) > most) return false;

  let beforeLast: number[] = [];
  let last = [...to.keys(), to.length];
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = at(last, column) + (letter === other ? 0 : 1);
      const leftOutOrAdded = Math.min(at(last, column + 1), at(current, column)) + 1;
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other;
      const swapped = isSwap ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(replaced, leftOutOrAdded, swapped));
    }
    if (Math.min(...current) > most) return false;
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length) <= most;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
