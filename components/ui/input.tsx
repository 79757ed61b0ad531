import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type InputProps = Omit<ComponentProps<"input">, "size"> & {
  /** For identifiers: accession number, MRN, licence. */
  mono?: boolean | undefined;
  /** For values: figures of one width, ending on the right. */
  numeric?: boolean | undefined;
  size?: "normal" | "large" | undefined;
  /** Unit or currency joined to the end of the field. */
  affix?: ReactNode;
};

export function Input({ mono, numeric, size = "normal", affix, className, ...rest }: InputProps) {
  const input = (
    <input
      {...rest}
      className={cx(
        controlClass,
        size === "large" ? "h-10 text-base" : "h-8 text-sm",
        "max-md:h-11 max-md:text-md",
        mono && "font-mono tracking-[-0.01em]",
        numeric && "text-end tabular-nums",
        Boolean(affix) && "rounded-e-none",
        className,
      )}
    />
  );
  if (!affix) return input;
  return (
    <div className="flex items-stretch">
      {input}
      <span className="flex items-center rounded-e-sm border border-s-0 border-field-line bg-sunken px-2.5 text-ink-2 whitespace-nowrap">
        {affix}
      </span>
    </div>
  );
}

/** Edge, ground and states that input, select and textarea share. */
export const controlClass =
  "block w-full min-w-0 rounded-sm border border-field-line bg-surface px-2.5 text-ink " +
  "hover:border-ink-3 focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus " +
  "aria-invalid:border-danger-line aria-invalid:shadow-[inset_3px_0_0_var(--color-danger-line)] " +
  "focus:aria-invalid:border-focus " +
  "read-only:not-[select]:border-line read-only:not-[select]:bg-sunken read-only:not-[select]:text-ink-2 " +
  "disabled:border-line disabled:bg-sunken disabled:text-ink-2 disabled:opacity-100";
