import type { CSSProperties } from "react";
import { cx } from "./cx";
import { splitNumber } from "./number-text";

type NumProps = {
  /** As typed: a string keeps its zeros and its comparator. */
  value: string | number;
  /** Figures behind the point of the widest value in this column (`decimalsIn`); absent outside columns. */
  decimals?: number | undefined;
  className?: string | undefined;
};

/** A number whose decimals line up with those above and below it. Words come out as words. */
export function Num({ value, decimals, className }: NumProps) {
  const parts = splitNumber(String(value));
  if (!parts) return <span className={className}>{value}</span>;
  return (
    <span className={cx("num", className)} style={columnStyle(decimals)}>
      {parts.whole}
      {decimals ? <span className="frac">{parts.fraction}</span> : parts.fraction}
    </span>
  );
}

function columnStyle(decimals: number | undefined): CSSProperties | undefined {
  // React's CSSProperties knows no custom properties; a number is a valid value of this one.
  return decimals ? ({ "--decimals": decimals } as CSSProperties) : undefined;
}
