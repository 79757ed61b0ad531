/** How many wait, beside a heading or a tab. Never a total that would have to be counted. */
export function Count({ children }: { children: number | string }) {
  return (
    <span className="inline-block min-w-5 rounded-full bg-sunken px-1.25 text-center text-xs leading-4.5 font-normal text-ink-2 tabular-nums">
      {children}
    </span>
  );
}
