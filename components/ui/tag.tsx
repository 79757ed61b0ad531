import type { ReactNode } from "react";
import { cx } from "./cx";

type TagProps = {
  /** `strong` for urgent and stat; `warn` for something to mind. Never red: flags are. */
  look?: "plain" | "strong" | "warn";
  children: ReactNode;
  className?: string;
};

/** A noun about a thing, outlined: fasting, urgent, corrected in version 3. */
export function Tag({ look = "plain", children, className }: TagProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 items-center gap-1 rounded-sm border px-1.75 align-middle text-xs leading-none whitespace-nowrap [&>svg]:size-3",
        looks[look],
        className,
      )}
    >
      {children}
    </span>
  );
}

const looks = {
  plain: "border-line-strong text-ink-2",
  strong: "border-ink font-strong text-ink",
  warn: "border-flag-outside-line text-warn",
};
