import jsQR from "jsqr";
import { getDocument, OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readCode128 } from "./code128";

/** What a reader finds on each page, line by line. A no-break space is read as a space, as it is seen. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  return onEachPage(bytes, async (page) => {
    const { items } = await page.getTextContent({ disableNormalization: true });
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
    return text.replaceAll("\u00a0", " ");
  });
}

/** What the QR code on the last page that has one says; throws when no reader could tell. */
export async function pdfQr(bytes: Uint8Array): Promise<string> {
  const codes = (await onEachPage(bytes, darkShapes)).map(qrShape).filter((shape) => shape !== undefined);
  const code = codes.at(-1);
  if (!code) throw new Error("There is no QR code in this document.");
  const { data, side } = raster(code);
  const read = jsQR(data, side, side);
  if (!read) throw new Error("The QR code cannot be read.");
  return read.data;
}

/** What the Code 128 of a page says; throws when a scanner would stay silent. */
export async function pdfBarcode(bytes: Uint8Array, page = 1): Promise<string> {
  return readCode128((await pdfBars(bytes, page)).widths);
}

/** The bars and spaces of a page's barcode in points, and the white before and after them up to the paper's edge. */
export async function pdfBars(bytes: Uint8Array, page = 1) {
  const pages = await onEachPage(bytes, async (proxy) => ({
    shapes: await darkShapes(proxy),
    width: proxy.getViewport({ scale: 1 }).width,
  }));
  const { shapes = [], width = 0 } = pages[page - 1] ?? {};
  const bars = shapes.filter((shape) => isRow(shape)).sort((a, b) => b.length - a.length)[0];
  const [first] = bars ?? [];
  if (!bars || !first || bars.length < 10) throw new Error(`There is no barcode on page ${page}.`);
  const edges = bars.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b);
  return {
    widths: edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)),
    height: first.bottom - first.top,
    quiet: [edges[0] ?? 0, width - (edges.at(-1) ?? 0)] as const,
  };
}

/** A rectangle in points, from the top left corner of the page. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

async function onEachPage<T>(bytes: Uint8Array, look: (page: PDFPageProxy) => Promise<T>): Promise<T[]> {
  // pdf.js takes the bytes for itself: it gets a copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const found: T[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    found.push(await look(await document.getPage(number)));
  }
  await task.destroy();
  return found;
}

/** Every path that is filled with black, as the boxes it consists of. */
async function darkShapes(page: PDFPageProxy): Promise<Box[][]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const shapes: Box[][] = [];
  let state = { matrix: page.getViewport({ scale: 1 }).transform, colour: "#000000" };
  const saved: (typeof state)[] = [];
  fnArray.forEach((operator, index) => {
    const args: unknown[] = argsArray[index] ?? [];
    if (operator === OPS.save) saved.push(state);
    if (operator === OPS.restore) state = saved.pop() ?? state;
    if (operator === OPS.transform) state = { ...state, matrix: times(state.matrix, args.map(Number)) };
    if (operator === OPS.setFillRGBColor) state = { ...state, colour: String(args[0]) };
    if (operator === OPS.constructPath && isFill(args[0]) && state.colour === "#000000") {
      shapes.push(boxesOf(args[1], state.matrix));
    }
  });
  return shapes;
}

const isFill = (operator: unknown) => operator === OPS.fill || operator === OPS.eoFill;

const times = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[], m: number[]) => {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = m;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

// pdf.js writes a path as one list: 0 x y begins a part of it, 1 x y draws a line, 2 a curve of three points, 4 closes.
const ARGUMENTS = [2, 2, 6, 4, 0];

function boxesOf(path: unknown, matrix: number[]): Box[] {
  const [list] = Array.isArray(path) ? path : [];
  const numbers = list instanceof Float32Array ? [...list] : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const boxes: Box[] = [];
  for (let at = 0; at < numbers.length; ) {
    const kind = numbers[at] ?? 4;
    const count = ARGUMENTS[kind] ?? 0;
    if (kind === 0) boxes.push({ left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity });
    const box = boxes.at(-1);
    for (let point = at + 1; box && point < at + count; point += 2) {
      const [x = 0, y = 0] = numbers.slice(point, point + 2);
      const [left, top] = [a * x + c * y + e, b * x + d * y + f];
      Object.assign(box, {
        left: Math.min(box.left, left),
        right: Math.max(box.right, left),
        top: Math.min(box.top, top),
        bottom: Math.max(box.bottom, top),
      });
    }
    at += 1 + count;
  }
  return boxes;
}

const boundsOf = (boxes: Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  top: Math.min(...boxes.map(({ top }) => top)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

const isRow = (boxes: Box[]) => new Set(boxes.map(({ top, bottom }) => `${top} ${bottom}`)).size === 1;

/** The one path of a page made of so many boxes in so many rows that it can be a QR code. */
function qrShape(shapes: Box[][]): Box[] | undefined {
  return shapes.find((boxes) => boxes.length > 100 && !isRow(boxes));
}

const PIXELS_A_SIDE = 400;
const WHITE_AROUND = 40;

function raster(boxes: Box[]) {
  const { left, right, top } = boundsOf(boxes);
  const scale = (PIXELS_A_SIDE - 2 * WHITE_AROUND) / (right - left);
  const data = new Uint8ClampedArray(PIXELS_A_SIDE * PIXELS_A_SIDE * 4).fill(255);
  const pixel = (at: number, from: number) => Math.round((at - from) * scale) + WHITE_AROUND;
  for (const box of boxes) {
    for (let y = pixel(box.top, top); y < pixel(box.bottom, top); y += 1) {
      for (let x = pixel(box.left, left); x < pixel(box.right, left); x += 1) {
        data.set([0, 0, 0], (y * PIXELS_A_SIDE + x) * 4);
      }
    }
  }
  return { data, side: PIXELS_A_SIDE };
}
