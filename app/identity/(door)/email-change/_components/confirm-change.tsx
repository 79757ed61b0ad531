"use client";

import { type ReactNode, useState } from "react";
import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import { Button, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { confirm, withdraw } from "../actions";

type State = "asked" | "waits-for-old" | "waits-for-new" | "confirmed" | "done" | "withdrawn";

const said: Record<Exclude<State, "asked">, ReactNode> = {
  confirmed: "This address has confirmed. It takes effect when the other one has, too.",
  "waits-for-old":
    "Confirmed. It takes effect when your old address has confirmed it, too: look in its mail.",
  "waits-for-new":
    "Confirmed. It takes effect when your new address has confirmed it, too: look in its mail.",
  done: "Your address is changed. Sign in with the new one from now on.",
  withdrawn: "The change is withdrawn. Everything stays as it was.",
};

export function ConfirmChange({ token, isConfirmed }: { token: string; isConfirmed: boolean }) {
  const [state, setState] = useState<State>(isConfirmed ? "confirmed" : "asked");
  const confirming = useAct();
  const withdrawing = useAct();
  const isOpen = state !== "done" && state !== "withdrawn";
  return (
    <>
      <div role="status" className="grid gap-4 empty:hidden">
        {state !== "asked" && <Note kind={state === "withdrawn" ? "info" : "ok"}>{said[state]}</Note>}
      </div>
      <Refused problem={confirming.problem ?? withdrawing.problem} />
      {state === "asked" && (
        <Button
          look="tenant"
          size="large"
          wide
          busy={confirming.isBusy && "Confirming"}
          onClick={() =>
            confirming.act(
              () => confirm({ body: { token } }),
              ({ waitsFor }) => setState(waitsFor ? `waits-for-${waitsFor}` : "done"),
            )
          }
        >
          Confirm the change
        </Button>
      )}
      {isOpen && (
        <Button
          look={state === "asked" ? "plain" : "quiet"}
          size="large"
          wide
          busy={withdrawing.isBusy && "Stopping"}
          onClick={() =>
            withdrawing.act(
              () => withdraw({ body: { token } }),
              () => setState("withdrawn"),
            )
          }
        >
          Stop this change
        </Button>
      )}
      {state === "done" && (
        <LinkButton href="/sign-in" look="tenant" size="large" wide>
          Sign in
        </LinkButton>
      )}
    </>
  );
}
