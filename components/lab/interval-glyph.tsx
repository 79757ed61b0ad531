import { cx } from "../ui/cx";
import { type IntervalPicture, placeInWords } from "./interval-picture";

type IntervalGlyphProps = {
  /** Null says "no interval"; that is never "normal". */
  picture: IntervalPicture | null;
  /** What it shows, for those who do not see it: "12.5 against 13 – 18". */
  label?: string;
  /** `column` fills its cell from edge to edge, so that the bands of a column are one ruler. */
  form?: "line" | "column";
  className?: string;
};

export function IntervalGlyph({ picture, label, form = "line", className }: IntervalGlyphProps) {
  if (!picture) return <span className={cx("text-xs text-ink-3", className)}>no interval</span>;
  const { band, at, previous } = picture;
  const left = band === "to-low" ? 0 : 30;
  const right = band === "to-high" ? 100 : 70;
  const isColumn = form === "column";
  return (
    <svg
      role="img"
      aria-label={label ?? placeInWords(picture)}
      className={cx("block w-full overflow-visible", isColumn ? "h-full min-h-6" : "h-3", className)}
    >
      {!isColumn && <line x1="0" x2="100%" y1="50%" y2="50%" className="stroke-line-strong" />}
      <rect
        x={`${left}%`}
        width={`${right - left}%`}
        y={isColumn ? 0 : 2}
        height={isColumn ? "100%" : 8}
        className="fill-interval"
      />
      {band !== "to-low" && <Edge x={left} tall={isColumn} />}
      {band !== "to-high" && <Edge x={right} tall={isColumn} />}
      {typeof previous === "number" && (
        <At x={previous}>
          <rect x="-0.75" y="-5" width="1.5" height="10" className="fill-ink-3" />
        </At>
      )}
      <At x={at}>
        <Value {...picture} />
      </At>
    </svg>
  );
}

/** Round inside, diamond outside, a triangle pointing away when critical. */
function Value({ side, isCritical }: IntervalPicture) {
  if (isCritical) {
    return (
      <path d={side === "low" ? "M4-3.6-4 0 4 3.6z" : "M-4-3.6 4 0-4 3.6z"} className="fill-flag-critical" />
    );
  }
  if (side === "inside") return <circle r="3.1" className="fill-ink" />;
  return <path d="M0-4.3 4.3 0 0 4.3-4.3 0z" className="fill-flag-outside-ink" />;
}

function Edge({ x, tall }: { x: number; tall: boolean }) {
  return (
    <line
      x1={`${x}%`}
      x2={`${x}%`}
      y1={tall ? 0 : 2}
      y2={tall ? "100%" : 10}
      className="stroke-interval-edge"
    />
  );
}

/** A place along the glyph, at half its height; what is drawn in it has that as its origin. */
function At({ x, children }: { x: number; children: React.ReactNode }) {
  return (
    <svg x={`${Math.min(Math.max(x, 0), 1) * 100}%`} y="50%" overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}
