import { linesOf } from "./break-words";
import { mm } from "./paper-style";

export const WIDTH = mm(50);
export const HEIGHT = mm(25);
export const MARGIN = mm(1.5);
export const MARGIN_TOP = mm(0.8);
export const INNER = WIDTH - 2 * MARGIN;

export const IDENTITY_SIZE = 6.8;
export const BARCODE_SIZE = 7.2;
export const DETAIL_SIZE = 6;

const NAME_SIZES = [8.4, 7.4, 6.6];
const NAME_SIZE_MIN = 6;
/** Below this a hand scanner has to be aimed. */
const BARS_HEIGHT_MIN = mm(4.5);
const BARS_MARGIN = 2.5;
const LINE = 1.3;

/** What has to give way when a name or number needs a second line: first the bars' height, then the time. */
export function layoutOf(name: string, identity: string) {
  const nameSize = NAME_SIZES.find((size) => rowsOf(name, size) === 1) ?? NAME_SIZE_MIN;
  const words = rowsOf(name, nameSize) * nameSize + rowsOf(identity, IDENTITY_SIZE) * IDENTITY_SIZE;
  const left = HEIGHT - MARGIN_TOP - (words + BARCODE_SIZE + DETAIL_SIZE) * LINE - BARS_MARGIN - 1;
  const hasRoomForTime = left - DETAIL_SIZE * LINE >= BARS_HEIGHT_MIN;
  return { nameSize, hasRoomForTime, barsHeight: hasRoomForTime ? left - DETAIL_SIZE * LINE : left };
}

const rowsOf = (text: string, size: number) => Math.min(2, linesOf(text, INNER, size));
