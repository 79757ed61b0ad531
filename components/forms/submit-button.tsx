"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonLook, type ButtonSize } from "../ui/button";

type SubmitButtonProps = {
  children: ReactNode;
  /** What it is doing while it does it: "Saving". */
  busy: string;
  look?: ButtonLook;
  size?: ButtonSize;
  wide?: boolean;
};

/** Sends the form it stands in; says so while it is on its way, and takes no second press. */
export function SubmitButton({
  children,
  busy,
  look = "primary",
  size = "normal",
  wide = false,
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" look={look} size={size} wide={wide} busy={pending && busy}>
      {children}
    </Button>
  );
}
