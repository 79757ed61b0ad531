"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { ShownProblem } from "@/components/ui/problem-note";
import type { Candidate, Likeness } from "@/lib/patients/schema";
import { identifiers } from "../../_components/person-words";
import { ShownName } from "../../_components/shown-name";

type CandidatesProps = {
  candidates: readonly Candidate[];
  thenOrder: boolean;
  onRegisterAnyway: () => void;
};

/** Who it may be (R2), each to be taken instead; registering all the same is a choice of its own. */
export function Candidates({ candidates, thenOrder, onRegisterAnyway }: CandidatesProps) {
  if (candidates.length === 0) return null;
  const isTaken = candidates.some(({ because }) => because.includes("mrn"));
  return (
    <div className="mt-3 grid gap-3 text-ink">
      <ul className="grid gap-2">
        {candidates.map((candidate) => (
          <li
            key={candidate.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line-strong pt-2"
          >
            <div className="min-w-0 flex-1 basis-60">
              <strong>
                <ShownName of={candidate} />
              </strong>
              <span className="block text-ink-2">{identifiers(candidate)}</span>
              <span className="block text-xs text-ink-3">
                {candidate.because.map((likeness) => likenessWords[likeness]).join(", ")}
              </span>
            </div>
            <Link
              href={thenOrder ? `/orders/new?patient=${candidate.id}` : `/patients/${candidate.id}`}
              className="font-medium"
            >
              It is this one
            </Link>
          </li>
        ))}
      </ul>
      {isTaken ? (
        <p>Give another MRN, or leave it empty and one is made.</p>
      ) : (
        <Button className="justify-self-start" onClick={onRegisterAnyway}>
          It is somebody else: register anyway
        </Button>
      )}
    </div>
  );
}

const likenessWords: Record<Likeness, string> = {
  mrn: "the same MRN",
  national_id: "the same national id",
  phone: "the same phone",
  name_and_birth_date: "born on the same day, a similar name",
};

/** The candidates that came with a refusal. */
export function candidatesOf(problem: ShownProblem): Candidate[] {
  // The report of a problem carries more than is shown of it; this list is the operation's own.
  const { members } = problem as { members?: { candidates?: Candidate[] } };
  return members?.candidates ?? [];
}
