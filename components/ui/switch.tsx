import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode };

/** For what takes effect at once (sound on). What waits for "Save" is a checkbox. */
export function Switch({ label, className, ...rest }: SwitchProps) {
  return (
    <label className={cx("flex w-fit items-center gap-2 max-md:min-h-11", className)}>
      <span className="relative inline-flex h-4.5 w-7.5 flex-none items-center">
        <input
          {...rest}
          {...asSwitch}
          className="peer m-0 h-full w-full appearance-none rounded-full bg-field-line transition-colors duration-(--duration-fast) checked:bg-action disabled:opacity-60"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-0.5 size-3.5 rounded-full bg-surface peer-checked:start-[14px]"
        />
      </span>
      {label}
    </label>
  );
}

// A checkbox tells its state by itself; an aria-checked beside it could only contradict it.
const asSwitch = { type: "checkbox", role: "switch" } as const;
