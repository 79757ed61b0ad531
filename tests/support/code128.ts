/**
 * Reads Code 128 from the widths of its bars and spaces, in any unit, a bar first. Throws where a scanner would
 * stay silent.
 * @see ISO/IEC 15417
 */
export function readCode128(widths: readonly number[]): string {
  const symbols: number[] = [];
  for (let at = 0; at < widths.length - 7; at += 6) {
    const symbol = PATTERNS.indexOf(patternOf(widths.slice(at, at + 6)));
    if (symbol < 0) throw new Error(`Symbol ${at / 6} is no Code 128.`);
    symbols.push(symbol);
  }
  if (patternOf(widths.slice(-7), 13) !== STOP) throw new Error("The stop sign is missing.");
  const values = symbols.slice(0, -1);
  const sum = values.reduce((total, value, place) => total + value * Math.max(1, place), 0);
  if (sum % 103 !== symbols.at(-1)) throw new Error("The check sign is wrong.");
  return textOf(values);
}

type CodeSet = "A" | "B" | "C";

const STARTS: Record<number, CodeSet> = { 103: "A", 104: "B", 105: "C" };
const SWITCHES: Record<number, CodeSet> = { 99: "C", 100: "B", 101: "A" };

function textOf([start = -1, ...values]: number[]): string {
  let set = STARTS[start];
  if (!set) throw new Error("The start sign is missing.");
  let text = "";
  for (const value of values) {
    const next = SWITCHES[value];
    if (next && next !== set) set = next;
    else if (set === "C") text += String(value).padStart(2, "0");
    else if (set === "A") text += String.fromCharCode(value < 64 ? value + 32 : value - 64);
    else text += String.fromCharCode(value + 32);
  }
  return text;
}

function patternOf(widths: readonly number[], modules = 11): string {
  const unit = widths.reduce((sum, width) => sum + width, 0) / modules;
  return widths.map((width) => Math.round(width / unit)).join("");
}

const STOP = "2331112";
const PATTERNS = (
  "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 " +
  "113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 " +
  "212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 " +
  "113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 " +
  "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 " +
  "241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 " +
  "214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 " +
  "211232"
).split(" ");
