import type { ReactNode } from "react";

type ScreenfulProps = { notice?: ReactNode; table: ReactNode; details: ReactNode; footer: ReactNode };

/**
 * Grid and details side by side, the footer under both, the identity (60 px) above: only the lines scroll. Details
 * of the current line never float over the grid; on narrow screens they follow it.
 */
export function Screenful({ notice, table, details, footer }: ScreenfulProps) {
  return (
    <div className="flex flex-col md:h-[calc(100dvh-60px)] print:h-auto">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_300px] max-[1100px]:grid-cols-1 max-[1100px]:overflow-y-auto print:block">
        {/* Positioned, so that what only screen readers see scrolls with its line and does not widen the page. */}
        <div className="relative min-w-0 overflow-auto max-[1100px]:overflow-y-visible print:overflow-visible">
          {notice}
          {table}
        </div>
        <aside
          aria-label="Current line"
          className="overflow-y-auto border-s border-line bg-canvas p-4 max-[1100px]:overflow-visible max-[1100px]:border-s-0 max-[1100px]:border-t print:hidden"
        >
          {details}
        </aside>
      </div>
      {footer}
    </div>
  );
}
