import { cx } from "../ui/cx";

/** Says "demonstration" on every screen that shows made-up people. */
export function DemoTag({ className }: { className?: string }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 items-center rounded-sm border border-dashed border-field-line bg-surface px-1.75 align-middle text-xs leading-none whitespace-nowrap text-ink-2",
        className,
      )}
    >
      Demonstration
    </span>
  );
}

/** The same in a sentence, where somebody is about to sign in. */
export function DemoNotice() {
  return (
    <p className="rounded-md border border-dashed border-field-line px-3 py-2.5 text-ink-2">
      You are at a demonstration laboratory: everybody and every value in it is invented.
    </p>
  );
}
