import bwipjs from "bwip-js/node";
import type { CodeMarks } from "@/lib/core/press";

/**
 * A QR code that survives a stain (error correction M, 15 %). Leave four modules of white around it.
 * @see ISO/IEC 18004
 */
export function qrCode(text: string): CodeMarks {
  const [symbol] = bwipjs.raw("qrcode", text, "eclevel=M");
  if (!symbol || !("pixs" in symbol)) throw new Error("The encoder gave no matrix for a QR code.");
  const { pixs, pixx, pixy } = symbol;
  const rows = Array.from({ length: pixy }, (_, y) => darkRuns(pixs.slice(y * pixx, (y + 1) * pixx), y));
  return { width: pixx, height: pixy, path: rows.join("") };
}

/**
 * Code 128 in the shortest mix of its code sets. Leave ten modules of white on either side.
 * @throws RangeError for what a hand scanner could not type: anything but printable ASCII.
 * @see ISO/IEC 15417
 */
export function code128(text: string): CodeMarks {
  if (!/^[ -~]+$/.test(text)) throw new RangeError("Only printable ASCII can be written as Code 128.");
  const [symbol] = bwipjs.raw("code128", text, {});
  if (!symbol || !("sbs" in symbol)) throw new Error("The encoder gave no bars for a Code 128.");
  let at = 0;
  let path = "";
  symbol.sbs.forEach((width, index) => {
    // Bars and spaces take turns, a bar first.
    if (index % 2 === 0) path += block(at, 0, width);
    at += width;
  });
  return { width: at, height: 1, path };
}

/** Neighbouring dark modules are one block: fewer edges for a printer to blur. */
function darkRuns(row: number[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; ) {
    let end = x;
    while (row[end]) end += 1;
    if (end > x) path += block(x, y, end - x);
    x = end + 1;
  }
  return path;
}

const block = (x: number, y: number, width: number) => `M${x} ${y}h${width}v1h${-width}z`;
