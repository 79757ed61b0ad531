import { cx } from "../ui/cx";

const caps = {
  lavender: "fill-cap-lavender",
  gold: "fill-cap-gold",
  blue: "fill-cap-blue",
  green: "fill-cap-green",
  red: "fill-cap-red",
  grey: "fill-cap-grey",
  none: "fill-cap-none",
};

export type CapColour = keyof typeof caps;

export function isCapColour(text: string): text is CapColour {
  return text in caps;
}

type TubeProps = {
  cap: CapColour;
  /** Words beside it: type and cap ("EDTA, lavender"). Without them the cap is named for screen readers. */
  label?: string | undefined;
  className?: string;
};

/** A tube with its cap as in the rack. The colour is never alone: its name stands beside it or is spoken. */
export function Tube({ cap, label, className }: TubeProps) {
  const drawing = (
    <svg viewBox="0 0 10 20" className="h-4.5 w-2.25 flex-none" aria-hidden="true">
      <path d="M2.2 5.5h5.6v10.3a2.8 2.8 0 0 1-5.6 0z" fill="none" className="stroke-ink-3" strokeWidth="1" />
      <rect x="1" y="1" width="8" height="5" rx="1" className={caps[cap]} />
    </svg>
  );
  const shape = cx("inline-flex items-center gap-1.5 align-middle", className);
  if (!label) {
    return (
      <span role="img" aria-label={capWords(cap)} title={capWords(cap)} className={shape}>
        {drawing}
      </span>
    );
  }
  return (
    <span className={shape}>
      {drawing}
      {label}
    </span>
  );
}

export function capWords(cap: CapColour): string {
  if (cap === "none") return "no cap colour";
  return cap === "blue" ? "light blue cap" : `${cap} cap`;
}
