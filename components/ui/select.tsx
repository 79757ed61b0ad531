import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx";
import { controlClass } from "./input";

export type Choice = { value: string; label: string; disabled?: boolean | undefined };

type SelectProps = Omit<ComponentProps<"select">, "size"> & {
  choices?: readonly Choice[] | undefined;
  /** First, empty choice: "Choose a reason". */
  placeholder?: string | undefined;
  size?: "normal" | "large" | undefined;
};

/** The browser's own list: it works with every keyboard, phone and form, and costs no script. */
export function Select({ choices, placeholder, size = "normal", className, children, ...rest }: SelectProps) {
  return (
    <div className={cx("relative", className)}>
      <select
        {...rest}
        className={cx(
          controlClass,
          "appearance-none truncate pe-8 max-md:h-11 max-md:text-md",
          size === "large" ? "h-10 text-base" : "h-8 text-sm",
        )}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices?.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-3.5 -translate-y-1/2 text-ink-3"
      />
    </div>
  );
}
