import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type RadioProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; help?: ReactNode };

/** One choice of a group; the group's question is the legend around it (`FieldGroup`). */
export function Radio({ label, help, className, ...rest }: RadioProps) {
  return (
    <label className={cx("flex w-fit items-start gap-2 max-md:min-h-11 max-md:items-center", className)}>
      <input
        {...rest}
        type="radio"
        className={cx(
          "mt-0.5 size-4 flex-none appearance-none rounded-full border border-field-line bg-surface hover:border-ink-3",
          "checked:border-[5px] checked:border-action checked:bg-on-action",
          "aria-invalid:border-danger-line disabled:border-line max-md:mt-0 max-md:size-5 max-md:checked:border-[6px]",
        )}
      />
      <span>
        {label}
        {help && <span className="block text-xs text-ink-3">{help}</span>}
      </span>
    </label>
  );
}
