"use client";

import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { Refused } from "../../../_components/refused";
import { useAct } from "../../../_components/use-act";
import { resend, withdraw } from "../actions";

type InvitationActsProps = { id: string; version: number; email: string; isExpired: boolean };

export function InvitationActs({ id, version, email, isExpired }: InvitationActsProps) {
  const { act, problem, isBusy } = useAct();
  const input = { params: { invitationId: id }, ifMatch: version };
  return (
    <>
      <Refused problem={problem} />
      <div className="flex flex-wrap justify-end gap-2 max-md:justify-start">
        <Button
          size="small"
          busy={isBusy && "Sending"}
          onClick={() =>
            act(
              () => resend(input),
              () => notify({ title: "Sent again", detail: email }),
            )
          }
        >
          Send again
        </Button>
        <AskButton
          size="small"
          look="quiet"
          ask={{
            title: "Withdraw this invitation?",
            about: (
              <>
                <strong>{email}</strong> can then no longer join by it.
                {isExpired && " It has run out already."}
              </>
            ),
            keep: "Keep it",
            act: "Withdraw it",
            busy: "Withdrawing",
            onAct: () => withdraw(input),
          }}
        >
          Withdraw
        </AskButton>
      </div>
    </>
  );
}
