"use client";

import { LogOut } from "lucide-react";
import { useFormStatus } from "react-dom";
import { forgetAllDrafts } from "../forms/draft";
import { Button } from "../ui/button";

/** Inside the sign-out form: leaves nothing typed behind in this tab. */
export function SignOutButton() {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" wide busy={pending && "Signing out"} onClick={forgetAllDrafts}>
      <LogOut aria-hidden="true" />
      Sign out
    </Button>
  );
}
