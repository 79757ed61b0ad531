import { type FieldPlaces, ProblemNote, type ShownProblem } from "@/components/ui/problem-note";

type RefusedProps = { problem: ShownProblem | null; fields?: FieldPlaces };

/** Why it was not done, where it was asked for. */
export function Refused({ problem, fields }: RefusedProps) {
  return problem && <ProblemNote problem={problem} {...(fields && { fields })} />;
}
