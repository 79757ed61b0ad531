"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Closes what was opened over the page (the account panel, "More") when another page comes. */
export function CloseOnMove() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the move is what it listens to
  useEffect(() => {
    for (const open of document.querySelectorAll<HTMLElement>(":popover-open")) open.hidePopover();
  }, [pathname]);
  return null;
}
