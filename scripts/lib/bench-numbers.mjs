/**
 * @param {readonly number[]} values @param {number} share 0.5 for the median
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (/** @type {readonly number[]} */ values) => quantile(values, 0.5);

/**
 * One figure of the report.
 * @typedef {object} Figure
 * @property {string} what
 * @property {string} measured as it is read
 * @property {string} limit as it is read
 * @property {boolean} isMet
 * @property {string} from what the figure was made of
 */

/**
 * A ratio against its limit.
 * @param {string} what @param {number} ours @param {number} theirs @param {number} limit
 * @param {(value: number) => string} inUnits
 * @returns {Figure}
 */
export function ratioFigure(what, ours, theirs, limit, inUnits) {
  const ratio = ours / theirs;
  return {
    what,
    measured: `${ratio.toFixed(2)} ×`,
    limit: `${limit} ×`,
    isMet: ratio <= limit,
    from: `${inUnits(ours)} against ${inUnits(theirs)}`,
  };
}

export const inMs = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
