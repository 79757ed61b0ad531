"use client";

import { AskButton } from "@/components/ui/ask-button";
import { notify } from "@/components/ui/toast";
import { review } from "./actions";

/** Closes a suspicion with what somebody made of it. */
export function ReviewButton({ id, what }: { id: string; what: string }) {
  return (
    <AskButton
      size="small"
      ask={{
        title: "What did you make of it?",
        about: what,
        keep: "Leave it open",
        act: "Close it",
        busy: "Closing",
        look: "primary",
        reason: { label: "Note", help: "Kept with it, and in the audit trail, with your name." },
        async onAct({ note }) {
          const answer = await review({ params: { suspicionId: id }, body: { note } });
          if (answer.ok) notify({ title: "Closed" });
          return answer;
        },
      }}
    >
      Review
    </AskButton>
  );
}
