"use client";

import { Fragment, type ReactNode, Suspense, useState } from "react";
import { Button, type ButtonLook, type ButtonSize } from "@/components/ui/button";

export type DialogState = { open: boolean; onOpenChange: (open: boolean) => void };

type DialogButtonProps = {
  children: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  /** Made lazily, so that its code comes with the first press. */
  dialog: (state: DialogState) => ReactNode;
};

/** A button that opens a dialog with a form in it. Each press opens a new one: nothing of the last stays. */
export function DialogButton({ children, look = "plain", size = "normal", dialog }: DialogButtonProps) {
  const [asked, setAsked] = useState(0);
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button
        look={look}
        size={size}
        aria-haspopup="dialog"
        onClick={() => {
          setAsked(asked + 1);
          open(true);
        }}
      >
        {children}
      </Button>
      {asked > 0 && (
        <Suspense>
          <Fragment key={asked}>{dialog({ open: isOpen, onOpenChange: open })}</Fragment>
        </Suspense>
      )}
    </>
  );
}
