import { Check, Minus } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { Below, controlProps } from "./field";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  /** Absent only in a table's row, where `aria-label` says what is selected. */
  label?: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
};

export function Checkbox({ label, help, error, className, ...rest }: CheckboxProps) {
  const made = useId();
  if (label === undefined) return <Box {...rest} />;
  const id = rest.id ?? made;
  return (
    <div className={cx("grid gap-1", className)}>
      <label
        htmlFor={id}
        className="flex w-fit min-h-5 items-start gap-2 max-md:min-h-11 max-md:items-center"
      >
        <Box {...controlProps(id, { help, error })} {...rest} id={id} />
        <span>{label}</span>
      </label>
      <div className="-mt-1 grid gap-1 ps-6 empty:hidden max-md:-mt-2.5 max-md:ps-7">
        <Below id={id} help={help} error={error} />
      </div>
    </div>
  );
}

function Box({ className, ...rest }: ComponentProps<"input">) {
  return (
    <span
      className={cx("relative grid size-4 flex-none place-items-center max-md:size-5", "mt-0.5 max-md:mt-0")}
    >
      <input
        {...rest}
        type="checkbox"
        className={cx(
          "peer col-start-1 row-start-1 m-0 size-full appearance-none rounded-[3px] border border-field-line bg-surface",
          "hover:border-ink-3 checked:border-action checked:bg-action indeterminate:border-action indeterminate:bg-action",
          "aria-invalid:border-danger-line disabled:border-line disabled:bg-sunken",
          // The area that can be pressed is larger than the box.
          "after:absolute after:-inset-1.5",
          className,
        )}
      />
      <Check
        aria-hidden="true"
        className="pointer-events-none col-start-1 row-start-1 hidden size-3 stroke-3 text-on-action peer-checked:not-peer-indeterminate:block"
      />
      <Minus
        aria-hidden="true"
        className="pointer-events-none col-start-1 row-start-1 hidden size-3 stroke-3 text-on-action peer-indeterminate:block"
      />
    </span>
  );
}
