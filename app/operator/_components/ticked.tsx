import type { ReactNode } from "react";
import { SelectRow } from "@/components/ui/selection";

/** The first cell of a row that can be selected: its tick stands above the row's link, and before its name. */
export function Ticked({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-3">
      <span className="relative z-1 w-4 flex-none max-md:w-5">
        <SelectRow id={id} label={`Select ${label}`} />
      </span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </span>
  );
}
