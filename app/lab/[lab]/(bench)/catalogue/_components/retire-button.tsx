"use client";

import { AskButton } from "@/components/ui/ask-button";
import { endAnalyte, endPanel, endTest } from "../actions";

type RetireButtonProps = { noun: "test" | "panel" | "analyte"; id: string; version: number; name: string };

/** Nothing of the catalogue is deleted: what was measured by it keeps it. */
export function RetireButton({ noun, id, version, name }: RetireButtonProps) {
  return (
    <AskButton
      ask={{
        title: `Retire ${name}?`,
        about: `It can no longer be ordered or used. What was ordered and measured keeps it. A retired ${noun} cannot be brought back; its code stays taken.`,
        keep: "Keep it in use",
        act: "Retire it",
        busy: "Retiring",
        onAct: () => {
          if (noun === "test") return endTest({ params: { testId: id }, ifMatch: version });
          if (noun === "panel") return endPanel({ params: { panelId: id }, ifMatch: version });
          return endAnalyte({ params: { analyteId: id }, ifMatch: version });
        },
      }}
    >
      Retire
    </AskButton>
  );
}
