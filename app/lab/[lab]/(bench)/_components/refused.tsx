import { hasSessionEnded } from "@/components/forms/answer";
import { type FieldPlaces, ProblemNote, type ShownProblem } from "@/components/ui/problem-note";

type RefusedProps = { problem: ShownProblem | null; fields?: FieldPlaces };

/** Why it was not done. Who was signed out meanwhile signs in beside it, and loses nothing that was typed. */
export function Refused({ problem, fields }: RefusedProps) {
  if (!problem) return null;
  return (
    <ProblemNote problem={problem} {...(fields && { fields })}>
      {hasSessionEnded(problem) && (
        <p className="mt-1">
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in in another tab
          </a>
          , then repeat it here: what you typed stays.
        </p>
      )}
    </ProblemNote>
  );
}
