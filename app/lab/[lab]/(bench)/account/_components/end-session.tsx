"use client";

import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { Refused } from "../../_components/refused";
import { useAct } from "../../_components/use-act";
import { endSession } from "../actions";

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
