"use client";

import { AskButton } from "@/components/ui/ask-button";
import { signOutEverywhere } from "../../session-actions";

export function SignOutEverywhere() {
  return (
    <AskButton
      ask={{
        title: "Sign out everywhere?",
        about:
          "Every session of yours ends, at every laboratory and in every program, and this one too. Sign in again where you go on.",
        keep: "Stay signed in",
        act: "Sign out everywhere",
        busy: "Signing out",
        onAct: async () => {
          const answer = await signOutEverywhere();
          if (answer.ok) location.assign("/sign-in");
          return answer;
        },
      }}
    >
      Sign out everywhere
    </AskButton>
  );
}
