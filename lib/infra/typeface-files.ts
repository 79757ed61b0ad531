import { readFile } from "node:fs/promises";
import path from "node:path";
import { inflateSync } from "node:zlib";

/** One face in the weights paper uses; without a bold one, regular stands in. Paths are below node_modules. */
export interface TypefaceFiles {
  family: string;
  regular: string;
  bold?: string;
}

/** A part of a fallback typeface: the files that hold some stretch of Unicode. */
export interface Slice extends TypefaceFiles {
  holds(codePoint: number): boolean;
}

export const SANS: TypefaceFiles = {
  family: "IBM Plex Sans",
  regular: "@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff",
  bold: "@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-Bold.woff",
};

/** Latin only: identifiers with other letters go on in the sans. */
export const MONO: TypefaceFiles = fontsource("ibm-plex-mono", "latin", "IBM Plex Mono");

// In this order: Plex draws a script in the same hand as the rest, so it goes before Noto.
const FALLBACKS: readonly (readonly [name: string, subset: RegExp])[] = [
  ["ibm-plex-sans-arabic", /^arabic$/],
  ["ibm-plex-sans-hebrew", /^hebrew$/],
  ["ibm-plex-sans-devanagari", /^devanagari$/],
  ["ibm-plex-sans-thai", /^thai$/],
  ["noto-sans-sc", /^\[\d+\]$/],
  ["ibm-plex-sans-kr", /^\[\d+\]$/],
  ["noto-emoji", /^\[\d+\]$/],
];

/** Draws nearly every character of the Basic Multilingual Plane, in dots of a coarse grid: legible, not pretty. */
const LAST_RESORT: Slice = {
  family: "Unifont",
  regular: "@fontsource/unifont/files/unifont-latin-400-normal.woff",
  holds: (codePoint) => codePoint <= 0xffff,
};

let known: Promise<Slice[]> | undefined;

/** Every slice there is, best first. */
export function fallbackSlices(): Promise<Slice[]> {
  known ??= Promise.all(FALLBACKS.map(([name, subset]) => slicesOf(name, subset))).then((slices) => [
    ...slices.flat(),
    LAST_RESORT,
  ]);
  return known;
}

async function slicesOf(name: string, subset: RegExp): Promise<Slice[]> {
  const ranges: unknown = JSON.parse(await readFile(fileBelow(`@fontsource/${name}/unicode.json`), "utf8"));
  return Object.entries(Object(ranges))
    .filter(([key]) => subset.test(key))
    .map(([key, written]) => {
      const part = key.replace(/[[\]]/g, "");
      const spans = spansOf(String(written));
      return {
        ...fontsource(name, part, `${name} ${part}`),
        holds: (codePoint: number) => spans.some(([from, to]) => codePoint >= from && codePoint <= to),
      };
    });
}

/** "U+600-6FF,U+2010" → [[0x600, 0x6ff], [0x2010, 0x2010]]. */
function spansOf(written: string): [from: number, to: number][] {
  return written.split(",").map((span) => {
    const [from = "", to = from] = span.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function fontsource(name: string, part: string, family: string): TypefaceFiles {
  const file = (weight: number) => `@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff`;
  return { family, regular: file(400), bold: file(700) };
}

/**
 * A WOFF file as the plain TrueType it wraps. fontkit reads WOFF too, but inflates the whole glyph table again
 * for every glyph it draws.
 * @see https://www.w3.org/TR/WOFF/
 */
export async function readTrueType(file: string): Promise<Buffer> {
  const woff = await readFile(fileBelow(file));
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error(`${file} is not a WOFF file.`);
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + index * 20;
    const at = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const stored = woff.subarray(at, at + packed);
    const table = packed < length ? inflateSync(stored) : stored;
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    woff.copy(head, 12 + index * 16, entry, entry + 4);
    head.writeUInt32BE(woff.readUInt32BE(entry + 16), 12 + index * 16 + 4);
    head.writeUInt32BE(offset, 12 + index * 16 + 8);
    head.writeUInt32BE(length, 12 + index * 16 + 12);
    tables.push(table, padding);
    offset += length + padding.length;
  }
  return Buffer.concat([head, ...tables]);
}

// The bundler must not take the whole of node_modules for an asset of this file.
const fileBelow = (file: string) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules", file);
