"use client";

import { Dialog as Headless } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Asks: "Withdraw version 3?" */
  title: string;
  /** Whom and what it is about; names the patient. */
  children: ReactNode;
  /** The answers, the harmless one first: "Keep it", "Withdraw version 3". */
  footer: ReactNode;
  /** A press beside it does not close it: there may be something typed to lose. */
  firm?: boolean;
};

/**
 * For what cannot be undone or needs a reason; everything else has a page. Focus stays inside and returns to
 * where it was. Import it lazily (`AskButton` does): its code is needed rarely.
 */
export function Dialog({ open, onOpenChange, title, children, footer, firm = true }: DialogProps) {
  return (
    <Headless.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={firm}>
      <Headless.Portal>
        <Headless.Backdrop className="fixed inset-0 z-40 min-h-dvh bg-scrim transition-opacity duration-(--duration-slow) ease-out data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Headless.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-4 max-md:place-items-end">
          <Headless.Popup className="w-120 max-w-full rounded-lg bg-raised text-sm shadow-dialog outline-none transition-[opacity,translate] duration-(--duration-slow) ease-out data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 max-md:w-full">
            <Headless.Title className="px-5 pt-4.5 text-lg">{title}</Headless.Title>
            <div className="grid gap-3.5 px-5 pt-2 pb-4.5">{children}</div>
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 max-md:grid max-md:justify-stretch">
              {footer}
            </div>
          </Headless.Popup>
        </Headless.Viewport>
      </Headless.Portal>
    </Headless.Root>
  );
}
