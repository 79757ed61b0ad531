"use client";

import { AskButton } from "@/components/ui/ask-button";
import { endInterval } from "../../actions";

type RemoveIntervalProps = { analyteId: string; intervalId: string; version: number; words: string };

export function RemoveInterval({ analyteId, intervalId, version, words }: RemoveIntervalProps) {
  return (
    <AskButton
      size="small"
      look="quiet"
      ask={{
        title: "Remove this interval?",
        about: `${words}. New results of these people then have no interval. Results that were judged by it keep it.`,
        keep: "Keep it",
        act: "Remove it",
        busy: "Removing",
        onAct: () => endInterval({ params: { analyteId, intervalId }, ifMatch: version }),
      }}
    >
      Remove
    </AskButton>
  );
}
