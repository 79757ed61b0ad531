"use client";

import { type ReactNode, useEffect } from "react";
import { Button } from "./button";
import { Key } from "./key";

type BulkBarProps = {
  count: number;
  onClear: () => void;
  /** Before the number: the tick for all. */
  before?: ReactNode;
  /** In the bar's place while nothing is selected. */
  idle?: ReactNode;
  children: ReactNode;
};

/** The number of selected rows and what can be done to them, in a place that is always kept for it. */
export function BulkBar({ count, onClear, before, idle, children }: BulkBarProps) {
  const isOn = count > 0;
  useEffect(() => {
    if (!isOn) return;
    const clear = (event: KeyboardEvent) => {
      // Escape inside a dialog or a menu closes that, and leaves the selection.
      if (
        event.key === "Escape" &&
        !event.defaultPrevented &&
        !document.querySelector("[role=dialog],[role=menu]")
      )
        onClear();
    };
    document.addEventListener("keydown", clear);
    return () => document.removeEventListener("keydown", clear);
  }, [isOn, onClear]);

  return (
    <div
      className={`flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 rounded-t-md ps-3 pe-2 max-md:py-1.5 ${isOn ? "sticky top-12 z-10 bg-select" : ""}`}
    >
      {before}
      <strong role="status" className={isOn ? "" : "font-normal text-ink-3"}>
        {isOn ? `${count} selected` : (idle ?? "None selected")}
      </strong>
      {isOn && (
        <div className="ms-auto flex flex-wrap items-center gap-2 py-1">
          {children}
          <Button size="small" look="quiet" onClick={onClear}>
            Clear
            <span className="max-md:hidden">
              <Key>Esc</Key>
            </span>
          </Button>
        </div>
      )}
    </div>
  );
}
