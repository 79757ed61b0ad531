import type { ComponentProps } from "react";
import { cx } from "./cx";
import { controlClass } from "./input";

/** Grows with what is typed where the browser can, and can be drawn larger everywhere. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={cx(
        controlClass,
        "field-sizing-content min-h-16 resize-y py-1.5 text-sm max-md:text-md",
        className,
      )}
    />
  );
}
