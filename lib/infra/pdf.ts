import { type DocumentProps, renderToBuffer } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import type { Press } from "@/lib/core/press";
import { code128, qrCode } from "./barcode";
import { cleanText, codePointName, mapStrings } from "./printable";
import { openTypefaces } from "./typefaces";

/** A document as a function of what it says; returns the `Document` element of @react-pdf/renderer. */
export type Paper<C> = (props: { content: C; press: Press }) => ReactElement<DocumentProps>;

/**
 * Prints content. The same content gives the same bytes, as long as the paper sets `creationDate` from it and the
 * program, its typefaces and its zlib stay the same.
 * Text is printed in whatever script it is written; a character no typeface draws appears as "[U+12345]".
 */
export async function renderPdf<C>(paper: Paper<C>, content: C): Promise<Uint8Array<ArrayBuffer>> {
  const cleaned = mapStrings(content, cleanText);
  const typefaces = await openTypefaces(JSON.stringify(cleaned));
  try {
    const printed = mapStrings(cleaned, (text) => legible(text, typefaces.draws));
    const press: Press = { sans: typefaces.sans, mono: typefaces.mono, qrCode, code128 };
    return new Uint8Array(await renderToBuffer(paper({ content: printed, press })));
  } finally {
    typefaces.close();
  }
}

function legible(text: string, draws: (codePoint: number) => boolean): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return character === "\n" || draws(codePoint) ? character : codePointName(codePoint);
  }).join("");
}
