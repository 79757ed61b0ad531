"use client";

import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { endSession } from "./actions";

export function EndSession({ id, device }: { id: string; device: string }) {
  const { act, problem, isBusy } = useAct();
  return (
    <>
      <Refused problem={problem} />
      <Button
        size="small"
        busy={isBusy && "Ending"}
        onClick={() =>
          act(
            () => endSession({ params: { sessionId: id } }),
            () => notify({ title: "Session ended", detail: device }),
          )
        }
      >
        End
        <span className="sr-only"> the session on {device}</span>
      </Button>
    </>
  );
}
