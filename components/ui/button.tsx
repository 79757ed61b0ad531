import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { PageLink } from "./page-link";
import { Spinner } from "./spinner";

/** One `primary` on a screen. `danger` is outlined: solid red belongs to flags. `tenant` is for the sign-in panel only. */
export type ButtonLook = "primary" | "plain" | "quiet" | "danger" | "tenant";
export type ButtonSize = "small" | "normal" | "large";

type Shape = { look?: ButtonLook; size?: ButtonSize; square?: boolean; wide?: boolean };

type ButtonProps = Shape &
  Omit<ComponentProps<"button">, "disabled"> & {
    /** Word shown while the act runs; the button keeps its focus and takes no second press. */
    busy?: string | false | undefined;
    disabled?: boolean | undefined;
  };

export function Button({ look, size, square, wide, busy, disabled, ...rest }: ButtonProps) {
  const isOff = Boolean(busy) || disabled === true;
  return (
    <button
      {...rest}
      className={cx(buttonClass({ look, size, square, wide }), rest.className)}
      aria-busy={busy ? true : undefined}
      // Not `disabled`: that would drop the focus and could not be read. A button that does nothing is enough.
      aria-disabled={isOff || undefined}
      type={isOff ? "button" : (rest.type ?? "button")}
      onClick={isOff ? undefined : rest.onClick}
    >
      {busy ? (
        <>
          <Spinner />
          {busy}
        </>
      ) : (
        rest.children
      )}
    </button>
  );
}

type IconButtonProps = Omit<ButtonProps, "children" | "square"> & {
  /** What it does, in words: its name and its tooltip. */
  label: string;
  children: ReactNode;
};

export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <Button square aria-label={label} title={label} {...rest}>
      {children}
    </Button>
  );
}

type LinkButtonProps = Shape & Omit<ComponentProps<typeof PageLink>, "as" | "legacyBehavior" | "passHref">;

/** A place to go that looks like a button. */
export function LinkButton({ look, size, square, wide, className, ...rest }: LinkButtonProps) {
  return <PageLink {...rest} className={cx(buttonClass({ look, size, square, wide }), className)} />;
}

/** A file to open or fetch: a plain anchor, never prefetched. */
export function FileButton({ look, size, square, wide, className, ...rest }: Shape & ComponentProps<"a">) {
  return <a {...rest} className={cx(buttonClass({ look, size, square, wide }), className)} />;
}

type ShapeOrNone = { [Key in keyof Shape]: Shape[Key] | undefined };

/** The button's classes, for elements that must be something else (a file's label, a headless trigger). */
export function buttonClass({ look = "plain", size = "normal", square, wide }: ShapeOrNone): string {
  return cx(base, looks[look], square ? squares[size] : sizes[size], wide && "w-full");
}

const base =
  "inline-flex cursor-default select-none items-center justify-center gap-1.5 rounded-md border font-medium " +
  "whitespace-nowrap no-underline transition-colors duration-(--duration-fast) print:hidden " +
  "[&>svg]:flex-none [&>svg]:-ms-0.5 " +
  "aria-disabled:not-aria-busy:border-line aria-disabled:not-aria-busy:bg-sunken aria-disabled:not-aria-busy:text-ink-3 " +
  "aria-busy:cursor-progress";

const looks: Record<ButtonLook, string> = {
  primary:
    "border-action bg-action text-on-action hover:not-aria-disabled:border-action-hover " +
    "hover:not-aria-disabled:bg-action-hover",
  plain:
    "border-line-strong bg-surface text-ink hover:not-aria-disabled:border-field-line " +
    "hover:not-aria-disabled:bg-hover active:not-aria-disabled:bg-sunken [&>svg]:text-ink-2",
  quiet:
    "border-transparent bg-transparent text-ink-2 hover:not-aria-disabled:bg-hover hover:not-aria-disabled:text-ink",
  danger:
    "border-danger-line bg-surface text-danger hover:not-aria-disabled:border-danger " +
    "hover:not-aria-disabled:bg-danger-tint",
  tenant: "border-tenant-fill bg-tenant-fill text-tenant-on hover:not-aria-disabled:brightness-90",
};

// On a phone everything that can be pressed is 44 px high.
const sizes: Record<ButtonSize, string> = {
  small: "h-6.5 px-2.25 text-xs max-md:h-11 max-md:px-3 max-md:text-sm",
  normal: "h-8 px-3 text-sm max-md:h-11 max-md:px-4",
  large: "h-10 px-4 text-base max-md:h-11 max-md:text-md",
};

const squares: Record<ButtonSize, string> = {
  small: "size-6.5 max-md:size-11 [&>svg]:ms-0",
  normal: "size-8 max-md:size-11 [&>svg]:ms-0",
  large: "size-10 max-md:size-11 [&>svg]:ms-0",
};
