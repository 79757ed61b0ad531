import type { Flag as FlagLetters } from "@/lib/core/flag";
import { cx } from "../ui/cx";

type FlagProps = {
  /** Null: nothing can be said, shown as a dash. */
  flag: FlagLetters;
  size?: "normal" | "large";
};

/**
 * Between name and value. Fill says how far (solid: critical, tint: outside or abnormal), sign says which way,
 * letters say it in text. Nothing else in the product is a filled square-cornered box.
 */
export function Flag({ flag, size = "normal" }: FlagProps) {
  const words = flagWords(flag);
  const shape = cx(
    "inline-flex items-center justify-center gap-0.75 rounded-xs align-middle leading-none whitespace-nowrap",
    size === "large" ? "h-6.5 min-w-13 px-1.5 text-base" : "h-4.5 min-w-8.5 ps-1 pe-1.25 text-xs",
  );
  return (
    <span role="img" aria-label={words} title={words} className={cx(shape, flag ? looks[flag] : quiet)}>
      {flag && flag in signs && <Sign path={signs[flag] ?? ""} solid={flag === "A"} size={size} />}
      {flag ?? "–"}
    </span>
  );
}

/** What a flag says, in words: for tooltips, screen readers and sentences. */
export function flagWords(flag: FlagLetters): string {
  return flag ? words[flag] : "no flag";
}

function Sign({ path, solid, size }: { path: string; solid: boolean; size: "normal" | "large" }) {
  return (
    <svg
      viewBox="0 0 9 11"
      aria-hidden="true"
      className={cx("flex-none", size === "large" ? "h-3.5 w-2.75" : "h-2.75 w-2.25")}
      fill={solid ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.7"
    >
      <path d={path} />
    </svg>
  );
}

type Letters = Exclude<FlagLetters, null>;

const words: Record<Letters, string> = {
  LL: "LL, critical, low",
  L: "L, below the interval",
  N: "N, inside the interval",
  H: "H, above the interval",
  HH: "HH, critical, high",
  A: "A, abnormal",
};

// One chevron a step, two for critical; a diamond where there is no direction.
const signs: Partial<Record<Letters, string>> = {
  LL: "M1.5 2 4.5 5l3-3M1.5 6l3 3 3-3",
  L: "M1.5 4 4.5 7l3-3",
  H: "M1.5 7 4.5 4l3 3",
  HH: "M1.5 5 4.5 2l3 3M1.5 9l3-3 3 3",
  A: "M4.5 2 8 5.5 4.5 9 1 5.5z",
};

const critical = "bg-flag-critical font-strong text-flag-on-critical print:[print-color-adjust:exact]";
const outside =
  "bg-flag-outside-tint font-strong text-flag-outside-ink shadow-[inset_0_0_0_1px_var(--color-flag-outside-line)]";
const quiet = "text-ink-3";

const looks: Record<Letters, string> = {
  LL: critical,
  HH: critical,
  L: outside,
  H: outside,
  A: outside,
  N: quiet,
};
