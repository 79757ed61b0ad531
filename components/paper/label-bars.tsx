import { Path, Svg } from "@react-pdf/renderer";
import type { CodeMarks } from "@/lib/core/press";
import { INNER, WIDTH } from "./label-layout";
import { INK, mm } from "./paper-style";

/** What a hand scanner reads with ease, and two dots of a 203 dpi printer. */
const MODULE = mm(0.25);
/** White on either side of Code 128, in modules; the label's margin is part of it. */
const QUIET = 10;

/** A barcode too long for the label's width gets narrower bars rather than losing its white edges. */
export function LabelBars({ code, height }: { code: CodeMarks; height: number }) {
  const module = Math.min(MODULE, WIDTH / (code.width + 2 * QUIET));
  const width = code.width * module;
  return (
    <Svg
      viewBox={`0 0 ${code.width} ${code.height}`}
      preserveAspectRatio="none"
      style={{
        width,
        height,
        marginLeft: (INNER - width) / 2,
        marginTop: 2,
        marginBottom: 0.5,
      }}
    >
      <Path d={code.path} fill={INK.full} />
    </Svg>
  );
}
