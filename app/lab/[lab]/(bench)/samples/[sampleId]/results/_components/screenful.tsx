import type { ReactNode } from "react";

/** Grid and details side by side, the footer under both; details of the current line never float over the grid. */
export function Screenful({
  table,
  details,
  footer,
}: {
  table: ReactNode;
  details: ReactNode;
  footer: ReactNode;
}) {
  return (
    <div className="flex min-h-full flex-1 flex-col">
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)_300px] max-[1100px]:grid-cols-1 print:block">
        <div className="min-w-0 overflow-x-auto">{table}</div>
        <aside
          aria-label="Current line"
          className="border-s border-line bg-canvas p-4 max-[1100px]:border-s-0 max-[1100px]:border-t print:hidden"
        >
          {details}
        </aside>
      </div>
      {footer}
    </div>
  );
}
