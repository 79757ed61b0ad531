"use client";

import { type ReactNode, useState } from "react";
import { AskButton } from "@/components/ui/ask-button";
import { Note } from "@/components/ui/note";
import { Selectable } from "@/components/ui/selection";
import { notify } from "@/components/ui/toast";
import type { ToVerify } from "@/lib/results/schema.queues";
import { countOf } from "../../_components/number-words";
import { act } from "../actions";
import { type Refused, verificationItems, whatIsVerified } from "./verification-items";

type VerifySamplesProps = {
  /** Those with something this person may verify. */
  samples: readonly ToVerify[];
  /** The table, whose rows can be selected. */
  children: ReactNode;
};

/** Whole samples verified at once, with the versions that this page was rendered from. */
export function VerifySamples({ samples, children }: VerifySamplesProps) {
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  async function verify(chosen: readonly ToVerify[], clear: () => void) {
    const answer = await act({ body: { action: "verify", items: verificationItems(chosen) } });
    if (!answer.ok) return answer;
    const failed = answer.value.data.flatMap(({ sampleId, problem }): Refused[] => {
      const sample = chosen.find((each) => each.sampleId === sampleId);
      return problem && sample ? [{ barcode: sample.barcode, why: problem.detail }] : [];
    });
    setRefused(failed);
    clear();
    const done = chosen.length - failed.length;
    if (done > 0) notify({ title: `${countOf(done, "sample")} verified` });
    return answer;
  }

  return (
    <>
      {refused.length > 0 && (
        <Note
          kind="bad"
          live="alert"
          title={`${countOf(refused.length, "sample")} not verified.`}
          className="mb-3"
        >
          <ul className="mt-1">
            {refused.map(({ barcode, why }) => (
              <li key={barcode}>
                <span className="id">{barcode}</span>: {why}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Selectable
        ids={samples.map(({ sampleId }) => sampleId)}
        idle="Select samples to verify them whole"
        acts={(selected, clear) => {
          const chosen = samples.filter(({ sampleId }) => selected.includes(sampleId));
          const words = chosen.length === 1 ? "Verify 1 sample" : `Verify ${chosen.length} samples`;
          return (
            <AskButton
              size="small"
              ask={{
                title: `${words}?`,
                about: whatIsVerified(chosen),
                keep: "Not now",
                act: words,
                busy: "Verifying",
                look: "primary",
                onAct: () => verify(chosen, clear),
              }}
            >
              {words}
            </AskButton>
          );
        }}
      >
        {children}
      </Selectable>
    </>
  );
}
