import { Line, Path, Rect, Svg } from "@react-pdf/renderer";
import type { ReportedLine } from "@/lib/reports/content";
import { bandOnRuler, placeOnRuler } from "./interval-place";
import { INK } from "./paper-style";

const HEIGHT = 8;
const MIDDLE = HEIGHT / 2;

/** A value on its interval: round inside, a diamond outside, a triangle when critical. Numbers say the same beside it. */
export function IntervalRuler({ line, width }: { line: ReportedLine; width: number }) {
  const { band, flag } = line;
  if (!band || (band.low === undefined && band.high === undefined)) return null;
  const [from, to] = bandOnRuler(band).map((share) => share * width);
  if (from === undefined || to === undefined) return null;
  const at = band.at === undefined ? null : placeOnRuler(Number(band.at), band);
  return (
    <Svg viewBox={`0 0 ${width} ${HEIGHT}`} style={{ width, height: HEIGHT }}>
      <Line x1={0} y1={MIDDLE} x2={width} y2={MIDDLE} stroke={INK.lineStrong} strokeWidth={0.6} />
      <Rect x={from} y={0.8} width={to - from} height={HEIGHT - 1.6} fill={INK.band} />
      {band.low !== undefined && <Edge x={from} />}
      {band.high !== undefined && <Edge x={to} />}
      {at !== null && <Path d={MARKS[markOf(flag)](at * width)} fill={INK.full} />}
    </Svg>
  );
}

function Edge({ x }: { x: number }) {
  return <Line x1={x} y1={0.8} x2={x} y2={HEIGHT - 0.8} stroke={INK.bandEdge} strokeWidth={0.6} />;
}

const markOf = (flag: ReportedLine["flag"]) =>
  flag === "LL"
    ? "criticalLow"
    : flag === "HH"
      ? "criticalHigh"
      : flag === "L" || flag === "H"
        ? "outside"
        : "inside";

const MARKS = {
  inside: (x: number) => `M${x - 1.7} ${MIDDLE}a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0z`,
  outside: (x: number) => `M${x} ${MIDDLE - 2.7}l2.7 2.7l-2.7 2.7l-2.7 -2.7z`,
  criticalHigh: (x: number) => `M${x - 2.2} ${MIDDLE - 2.6}l5 2.6l-5 2.6z`,
  criticalLow: (x: number) => `M${x + 2.2} ${MIDDLE - 2.6}l-5 2.6l5 2.6z`,
};
