"use client";

import { useState } from "react";
import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { report } from "../actions";

export function NotMe({ token }: { token: string }) {
  const { act, problem, isBusy } = useAct();
  const [done, setDone] = useState<"mailed" | "locked" | null>(null);
  return (
    <>
      <div role="status" className="grid empty:hidden">
        {done === "mailed" && (
          <Note kind="ok" title="Everybody is signed out.">
            Look in your mail and choose a new password. Use one that you use nowhere else.
          </Note>
        )}
        {done === "locked" && (
          <Note kind="warn" title="The account is locked.">
            Its e-mail address, or what it is signed in to with, was changed lately, so no mail to choose a
            password was sent. The people who run this installation have been told, and will find out with you
            whose account it is.
          </Note>
        )}
      </div>
      <Refused problem={problem} />
      {!done && (
        <Button
          look="tenant"
          size="large"
          wide
          busy={isBusy && "Signing everybody out"}
          onClick={() =>
            act(
              () => report({ body: { token } }),
              ({ locked }) => setDone(locked ? "locked" : "mailed"),
            )
          }
        >
          It was not me: sign everybody out
        </Button>
      )}
    </>
  );
}
