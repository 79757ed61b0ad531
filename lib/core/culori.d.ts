/** The part of culori that is used here; the package brings no types. */
declare module "culori/fn" {
  export type Rgb = { mode: "rgb"; r: number; g: number; b: number };
  /** Hue is absent for greys. */
  export type Oklch = { mode: "oklch"; l: number; c: number; h?: number };
  export type Mode = { readonly mode: string };

  export const modeRgb: Mode;
  export const modeLrgb: Mode;
  export const modeOklab: Mode;
  export const modeOklch: Mode;

  /** Makes a colour space known. Must come before anything else. */
  export function useMode(mode: Mode): unknown;
  export function converter(mode: "oklch"): (colour: Rgb | Oklch) => Oklch;
  export function parseHex(hex: string): Rgb | undefined;
  /** Rounded to eight bits a channel, clipped to sRGB. */
  export function formatHex(colour: Rgb | Oklch): string;
  /** As near as sRGB comes with lightness and hue kept. */
  export function clampChroma(colour: Oklch, mode: "oklch"): Oklch;
  export function wcagContrast(a: Rgb | Oklch, b: Rgb | Oklch): number;
}
