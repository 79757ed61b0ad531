"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Ask } from "./ask-dialog";
import { Button, type ButtonLook, type ButtonSize } from "./button";

const AskDialog = lazy(() => import("./ask-dialog"));

type AskButtonProps = {
  /** The button's own words. */
  children: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  ask: Ask;
};

/** A button for what cannot be undone or needs a reason: it asks first. The dialog's code comes with the press. */
export function AskButton({ children, look, size, ask }: AskButtonProps) {
  const [asked, setAsked] = useState(0);
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button
        look={look ?? "plain"}
        size={size ?? "normal"}
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
          {/* A new question each time: nothing of the last answer stays. */}
          <AskDialog key={asked} {...ask} open={isOpen} onOpenChange={open} />
        </Suspense>
      )}
    </>
  );
}
