import {
  clampChroma,
  converter,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  parseHex,
  type Rgb,
  useMode as register,
  wcagContrast,
} from "culori/fn";

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) register(mode);
const toOklch = converter("oklch");

/** Where the laboratory's colour may stand: `on` is text on `fill`, `line` is a bar or rule on the page. */
export type ThemeColours = { fill: string; on: string; line: string };
/** `fill` against the text on it, `line` against the nearer of canvas and surface; cut to hundredths. */
export type ThemeRatios = { fill: number; line: number };

export type LabColours = {
  light: ThemeColours;
  dark: ThemeColours;
  ratio: { light: ThemeRatios; dark: ThemeRatios };
  /** The light fill is not what was chosen: say so beside the picker. */
  shifted: boolean;
  /** A red or orange that can be taken for a critical flag: allowed, with a warning. */
  resemblesCritical: boolean;
};

const TEXT_RATIO = 4.5;
const MARK_RATIO = 3;
const CHROMA_MAX = 0.16;
const STEP = 0.005;
/** Below this a colour is a grey to the eye, whatever its hue. */
const CHROMA_SEEN = 0.03;
const CRITICAL_HUES = { from: 10, to: 45 };

// Canvas and surface of the two themes, as the design's tokens have them.
const GROUNDS = {
  light: [formatHex({ mode: "oklch", l: 0.976, c: 0.003, h: 240 }), "#ffffff"],
  dark: [
    formatHex({ mode: "oklch", l: 0.182, c: 0.012, h: 245 }),
    formatHex({ mode: "oklch", l: 0.216, c: 0.013, h: 245 }),
  ],
} as const;

/**
 * The laboratory's colour made legible in both themes: hue kept, chroma at most 0.16, lightness moved only as far
 * as contrast asks. All colours are `#rrggbb`, so that paper and mail can use them too.
 * @param hex `#rrggbb` or `#rgb`
 * @throws RangeError when it is not a colour.
 */
export function labColours(hex: string): LabColours {
  const chosen = formatHex(rgb(hex));
  const colour = toOklch(rgb(hex));
  const ink = formatHex(clampChroma({ ...colour, l: 0.2, c: colour.h === undefined ? 0 : 0.03 }, "oklch"));

  const themes = {
    light: themeOf(chosen, colour, { on: "#ffffff", grounds: GROUNDS.light, step: -STEP }),
    dark: themeOf(chosen, colour, { on: ink, grounds: GROUNDS.dark, step: STEP }),
  };
  return {
    ...themes,
    ratio: { light: ratiosOf(themes.light, GROUNDS.light), dark: ratiosOf(themes.dark, GROUNDS.dark) },
    shifted: themes.light.fill !== chosen,
    resemblesCritical: resemblesCritical(colour),
  };
}

/**
 * Contrast of two colours by WCAG 2, from 1 to 21.
 * @throws RangeError when one is not a colour.
 */
export function contrast(a: string, b: string): number {
  return wcagContrast(rgb(a), rgb(b));
}

/** True for `#rrggbb` or `#rgb`. */
export function isHexColour(text: string): boolean {
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
}

type Theme = { on: string; grounds: readonly string[]; step: number };

function themeOf(chosen: string, colour: Oklch, { on, grounds, step }: Theme): ThemeColours {
  return {
    fill: firstThat((candidate) => contrast(candidate, on) >= TEXT_RATIO, chosen, colour, step),
    on,
    line: firstThat(
      (candidate) => grounds.every((ground) => contrast(candidate, ground) >= MARK_RATIO),
      chosen,
      colour,
      step,
    ),
  };
}

/** Black and white satisfy every condition asked here, so the search ends. */
function firstThat(isLegible: (hex: string) => boolean, chosen: string, colour: Oklch, step: number): string {
  if (colour.c <= CHROMA_MAX && isLegible(chosen)) return chosen;
  const c = Math.min(colour.c, CHROMA_MAX);
  for (let l = colour.l; step < 0 ? l > 0 : l < 1; l += step) {
    const candidate = formatHex(clampChroma({ ...colour, l, c }, "oklch"));
    if (isLegible(candidate)) return candidate;
  }
  return step < 0 ? "#000000" : "#ffffff";
}

function ratiosOf({ fill, on, line }: ThemeColours, grounds: readonly string[]): ThemeRatios {
  return {
    fill: hundredths(contrast(fill, on)),
    line: hundredths(Math.min(...grounds.map((ground) => contrast(line, ground)))),
  };
}

function resemblesCritical({ c, h }: Oklch): boolean {
  return h !== undefined && c >= CHROMA_SEEN && h >= CRITICAL_HUES.from && h <= CRITICAL_HUES.to;
}

// Cut, not rounded: 4.496 must not be shown as 4.5.
function hundredths(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}

function rgb(hex: string): Rgb {
  const parsed = isHexColour(hex) ? parseHex(hex) : undefined;
  if (!parsed) throw new RangeError(`"${hex}" is not a colour. Write it as #0a6b5e.`);
  return parsed;
}
