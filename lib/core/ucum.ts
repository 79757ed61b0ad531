/**
 * What is wrong with the form of a UCUM unit (case-sensitive symbols), in words, or null (R10). It is the
 * grammar and the symbols; whether the unit makes sense for the analyte nobody can tell from it.
 * @see The Unified Code for Units of Measure, version 2.1, §§ 2–12 and table 1 (prefixes)
 */
export function unitProblem(unit: string): string | null {
  if (unit.length > 60) return "A unit is at most 60 characters.";
  const reader: Reader = { text: unit, at: 0, wrong: null };
  if (unit.startsWith("/")) reader.at = 1;
  term(reader, 0);
  if (reader.wrong === null && reader.at < unit.length) reader.wrong = unit.slice(reader.at);
  if (reader.wrong === null) return null;
  const hint = HINTS.find(([pattern]) => pattern.test(unit))?.[1];
  const said =
    reader.wrong === "" ? "something is missing at its end" : `"${reader.wrong}" is not understood`;
  return `This is not a UCUM unit: ${said}.${hint ? ` Write ${hint}.` : ""}`;
}

type Reader = { text: string; at: number; wrong: string | null };

/** term = component { ("." | "/") component } */
function term(reader: Reader, depth: number): void {
  component(reader, depth);
  while (reader.wrong === null && /[./]/.test(reader.text[reader.at] ?? "")) {
    reader.at += 1;
    component(reader, depth);
  }
}

const ANNOTATION = /\{[\x21-\x7e]*?\}/y;
const NUMBER = /\d+(?![\^*\d])/y;
const SYMBOL = /10[*^]|(?:\[[\x21-\x5a\x5e-\x7e]+\]|[A-Za-z_%'"])+/y;
const EXPONENT = /[+-]?\d+/y;

function component(reader: Reader, depth: number): void {
  if (take(reader, ANNOTATION) !== null) return;
  if (reader.text[reader.at] === "(") {
    inBrackets(reader, depth);
    return;
  }
  if (take(reader, NUMBER) !== null) {
    take(reader, ANNOTATION);
    return;
  }
  const start = reader.at;
  const symbol = take(reader, SYMBOL);
  if (symbol === null || !isSymbol(symbol)) {
    reader.wrong = symbol ?? reader.text.slice(start);
    return;
  }
  take(reader, EXPONENT);
  take(reader, ANNOTATION);
}

function inBrackets(reader: Reader, depth: number): void {
  reader.at += 1;
  // Deeper than anybody writes: a text of brackets must not fill the stack.
  if (depth < 5) term(reader, depth + 1);
  if (reader.wrong !== null) return;
  if (reader.text[reader.at] === ")") reader.at += 1;
  else reader.wrong = reader.text.slice(reader.at);
}

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return null;
  reader.at += found[0].length;
  return found[0];
}

const PREFIXES = [
  ...["da", "Ki", "Mi", "Gi", "Ti"],
  ...["Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "u", "n", "p", "f", "a", "z", "y"],
];

/** Symbols that take a prefix. */
const METRIC = new Set(
  `m s g rad K C cd mol sr Hz N Pa J W A V F Ohm S Wb Cel T H lm lx Bq Gy Sv l L ar t bar u eV pc
   gf Ky Gal dyn erg P Bi St Mx G Oe Gb sb Lmb ph Ci R RAD REM mho m[H2O] m[Hg] kat U cal cal_m cal_IT cal_th
   cal_[15] cal_[20] tex eq osm g% Np B B[SPL] B[V] B[mV] B[uV] B[W] B[kW] st bit By Bd a_j a
   [iU] [IU]`.split(/\s+/),
);

const NOT_METRIC = new Set(
  `10* 10^ % ' '' gon deg min h d a_t a_g wk mo mo_s mo_j mo_g AU att sph circ bit_s %[slope]`.split(/\s+/),
);

/** A symbol in square brackets alone ("[pH]", "[arb'U]") is taken by its form: there are some two hundred. */
function isSymbol(symbol: string): boolean {
  if (METRIC.has(symbol) || NOT_METRIC.has(symbol) || /^\[[^[\]]+\]$/.test(symbol)) return true;
  return PREFIXES.some((prefix) => symbol.startsWith(prefix) && METRIC.has(symbol.slice(prefix.length)));
}

/** What people write, and how UCUM has it. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/[µμ]/, "u for micro, as in umol/L"],
  [/(^|[^[])I?U(?=\/|$)/, "[IU] for international units, as in [IU]/L"],
  [/mmHg/i, "mm[Hg]"],
  [/mEq|mOsm/i, "meq or mosm"],
  [/\bsecs?\b/i, "s"],
  [/\bhrs?\b/i, "h"],
  [/^pH$/i, "[pH]"],
  [/°/, "Cel"],
  [/x ?10|10[⁰-⁹³⁶]|×/i, "10*9/L for 10⁹ per litre"],
  [/cell|copies|ratio|count|titer|titre|index|score/i, "words in braces, as in {cells}/uL"],
];
