"use client";

import { lazy, type ReactNode } from "react";
import type { ButtonLook, ButtonSize } from "@/components/ui/button";
import { DialogButton } from "../../_components/dialog-button";
import type { CallAbout } from "./call-dialog";

const CallDialog = lazy(() => import("./call-dialog"));

type RecordCallButtonProps = {
  call: CallAbout;
  zone: string;
  look?: ButtonLook;
  size?: ButtonSize;
  children: ReactNode;
};

/** R19: asks who was told a critical value, when, how, and whether they read it back. */
export function RecordCallButton({ call, zone, look, size, children }: RecordCallButtonProps) {
  return (
    <DialogButton
      {...(look && { look })}
      {...(size && { size })}
      dialog={(state) => <CallDialog {...state} call={call} zone={zone} />}
    >
      {children}
    </DialogButton>
  );
}
