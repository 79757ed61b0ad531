import { Font } from "@react-pdf/renderer";
import { fallbackSlices, MONO, readTrueType, SANS, type TypefaceFiles } from "./typeface-files";

/** The families registered for one document. */
export interface Typefaces {
  sans: string[];
  mono: string[];
  /** Whether one of the families draws this character. */
  draws(codePoint: number): boolean;
  /** Forgets the families that were opened for this document only. */
  close(): void;
}

let house: Promise<unknown> | undefined;
let documents = 0;

/**
 * Registers what it takes to print `text` with @react-pdf/renderer: the house's typefaces, and of the hundreds of
 * fallback files those that hold one of its characters.
 * Each document opens its fallbacks anew, under names of its own: a font remembers for every glyph which
 * characters it stood for first, so a shared one would let one document change the bytes of the next.
 */
export async function openTypefaces(text: string): Promise<Typefaces> {
  house ??= openHouse();
  await house;
  documents += 1;

  const fallbacks: string[] = [];
  let missing = [...new Set(text)].map(codePointOf).filter((codePoint) => !covers(SANS.family, codePoint));
  for (const slice of missing.length > 0 ? await fallbackSlices() : []) {
    if (!missing.some(slice.holds)) continue;
    const family = `${slice.family}, document ${documents}`;
    await open(family, slice);
    fallbacks.push(family);
    missing = missing.filter((codePoint) => !covers(family, codePoint));
  }
  const undrawn = new Set(missing);
  return {
    sans: [SANS.family, ...fallbacks],
    mono: [MONO.family, SANS.family, ...fallbacks],
    draws: (codePoint) => !undrawn.has(codePoint),
    close: () => {
      for (const family of fallbacks) delete Font.getRegisteredFonts()[family];
    },
  };
}

async function openHouse(): Promise<void> {
  // By itself the renderer divides words as English does: into an identifier it would print a hyphen.
  Font.registerHyphenationCallback((word) => [word]);
  for (const files of [SANS, MONO]) {
    const { family } = files;
    await open(family, files);
    for (const fontWeight of [400, 700]) {
      await Font.load({ fontFamily: family, fontWeight });
      nameGlyphs(family, fontWeight);
    }
  }
}

/**
 * Lets every glyph stand for its own character from the start. Else it would stand for whatever it was first used
 * for, by any document: the E within an É for nothing, and then no E could be copied out of the next one.
 */
function nameGlyphs(fontFamily: string, fontWeight: number): void {
  const font = Font.getFont({ fontFamily, fontWeight }).data;
  for (const codePoint of font?.characterSet ?? []) {
    // Ligatures stand for the letters they join, never for a character of their own.
    if (codePoint < 0xfb00 || codePoint > 0xfb06) font?.glyphForCodePoint(codePoint);
  }
}

async function open(family: string, { regular, bold }: TypefaceFiles): Promise<void> {
  const fonts = [{ src: await dataUrl(regular), fontWeight: 400 }];
  if (bold) fonts.push({ src: await dataUrl(bold), fontWeight: 700 });
  // A development server that reloads this module keeps the renderer, and with it what was registered before.
  delete Font.getRegisteredFonts()[family];
  Font.register({ family, fonts });
  await Font.load({ fontFamily: family, fontWeight: 400 });
}

const dataUrl = async (file: string) =>
  `data:font/ttf;base64,${(await readTrueType(file)).toString("base64")}`;

function covers(fontFamily: string, codePoint: number): boolean {
  return Font.getFont({ fontFamily, fontWeight: 400 }).data?.hasGlyphForCodePoint(codePoint) ?? false;
}

const codePointOf = (character: string) => character.codePointAt(0) ?? 0;
