"use client";

import { useState, useTransition } from "react";
import { Button } from "./button";

type Sent = { ok: true } | { ok: false; problem: { detail: string } };

/** "Send it again", with what came of it said beside it. The old mail is dead from then on. */
export function Resend({ action, onSent }: { action: () => Promise<Sent>; onSent: () => void }) {
  const [isSending, send] = useTransition();
  const [said, say] = useState<{ words: string; isBad: boolean } | null>(null);
  return (
    <div className="grid justify-items-start gap-1.5">
      <Button
        size="small"
        busy={isSending && "Sending"}
        onClick={() =>
          send(async () => {
            const sent = await action();
            if (sent.ok) onSent();
            say(
              sent.ok
                ? { words: "A new mail is on its way. Only what it brings is good now.", isBad: false }
                : { words: sent.problem.detail, isBad: true },
            );
          })
        }
      >
        Send a new mail
      </Button>
      <p role="status" className={said?.isBad ? "text-xs font-medium text-danger" : "text-xs text-ok"}>
        {said?.words}
      </p>
    </div>
  );
}
