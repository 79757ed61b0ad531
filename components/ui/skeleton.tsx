const WIDTHS = ["w-26", "w-30", "w-11", "w-18"];

/** Rows of a table that is on its way; shown only when it takes longer than 300 ms. */
export function SkeletonRows({ rows = 6, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div role="status" className="animate-late">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // Rows and columns of a placeholder have nothing but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={row} className="flex h-8 items-center gap-6 border-b border-line" aria-hidden="true">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={column} className="min-w-0 flex-1">
              <Bar width={WIDTHS[(row + column) % WIDTHS.length] ?? "w-26"} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

function Bar({ width }: { width: string }) {
  return <span aria-hidden="true" className={`block h-2.5 max-w-full rounded-[3px] bg-sunken ${width}`} />;
}
