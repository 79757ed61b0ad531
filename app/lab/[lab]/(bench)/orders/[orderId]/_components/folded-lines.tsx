"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Cell, Row, TableBody } from "@/components/ui/table";

type FoldedLinesProps = {
  /** "19 lines inside their interval or unremarkable" */
  label: string;
  /** Columns that are always there, and those that only a wide screen has. */
  columns: { always: number; wide: number };
  children: ReactNode;
};

/** Rows that say nothing out of the ordinary: there, and out of the way until they are asked for. */
export function FoldedLines({ label, columns, children }: FoldedLinesProps) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <TableBody
        hidden={!isOpen}
        data-folded={isOpen ? undefined : ""}
        className={isOpen ? undefined : "hidden!"}
      >
        {children}
      </TableBody>
      <TableBody className="print:hidden">
        <Row>
          <Cell colSpan={columns.always} className="p-0!">
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => open(!isOpen)}
              className="flex h-7.5 w-full items-center gap-1.5 text-link hover:bg-hover max-md:h-11"
            >
              <ChevronDown aria-hidden="true" className={isOpen ? "size-3.5 rotate-180" : "size-3.5"} />
              {isOpen ? "Fold" : "Show"} {label}
            </button>
          </Cell>
          <Cell colSpan={columns.wide} phone="none" className="max-lg:hidden" />
        </Row>
      </TableBody>
    </>
  );
}
