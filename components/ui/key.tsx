/** A key to press. `inherit` inside a primary button. */
export function Key({ children, inherit = false }: { children: string; inherit?: boolean }) {
  return (
    <kbd
      className={`inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-[3px] border border-b-2 px-1 align-middle font-sans text-2xs leading-none font-normal whitespace-nowrap ${
        inherit ? "border-current/40 text-inherit" : "border-line-strong bg-surface text-ink-2"
      }`}
    >
      {children}
    </kbd>
  );
}
