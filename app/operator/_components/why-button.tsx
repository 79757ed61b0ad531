"use client";

import type { ReactNode } from "react";
import type { Answer } from "@/components/forms/answer";
import { AskButton } from "@/components/ui/ask-button";
import type { ButtonLook, ButtonSize } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";

type Given = { params: Record<string, string>; body: Record<string, string>; ifMatch?: number };

type WhyButtonProps = {
  /** The button's own words; those of the dialog say the same. */
  children: ReactNode;
  act: (given: Given) => Promise<Answer<unknown>>;
  params: Record<string, string>;
  /** What it is done to, for those who hear one of several such buttons. */
  of?: string;
  /** What is said beside the reason. */
  body?: Record<string, string>;
  version?: number;
  /** Asks: "Suspend Harbour Laboratory?" */
  title: string;
  about: ReactNode;
  keep: string;
  busy: string;
  /** Said when it is done. */
  done: string;
  look?: "danger" | "primary";
  button?: ButtonLook;
  size?: ButtonSize;
};

/** What hurts somebody, or undoes that: it asks why, and the reason is kept in the audit trail. */
export function WhyButton({ children, act, of, params, body, version, done, ...props }: WhyButtonProps) {
  const { title, about, keep, busy, look = "danger", button = "plain", size = "normal" } = props;
  return (
    <AskButton
      look={button}
      size={size}
      ask={{
        title,
        about,
        keep,
        act: typeof children === "string" ? children : title.replace(/[?]$/, ""),
        busy,
        look,
        reason: { label: "Reason", help: "Kept in the audit trail, with your name." },
        async onAct({ note }) {
          const answer = await act({
            params,
            body: { ...body, reason: note },
            ...(version !== undefined && { ifMatch: version }),
          });
          if (answer.ok) notify({ title: done });
          return answer;
        },
      }}
    >
      {children}
      {of && <span className="sr-only"> {of}</span>}
    </AskButton>
  );
}
