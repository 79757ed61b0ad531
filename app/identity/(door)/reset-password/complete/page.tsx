import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Door } from "../../../_components/door";

export const metadata: Metadata = { title: "Your new password is set" };

export default function ResetCompletePage() {
  return (
    <Door title="Your new password is set">
      <Note kind="ok">
        You were signed out everywhere. If you use a second factor, it is asked for as before.
      </Note>
      <LinkButton href="/sign-in" look="tenant" size="large" wide>
        Sign in
      </LinkButton>
    </Door>
  );
}
