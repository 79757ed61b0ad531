import type { ReactNode, Ref } from "react";
import type { ProblemReport } from "@/lib/core/problem";
import { ConfirmLink } from "./confirm-link";
import { Note } from "./note";

/** What the note needs of a problem: any `ProblemReport` has it. */
export type ShownProblem = Pick<ProblemReport, "title" | "detail"> &
  Partial<Pick<ProblemReport, "code" | "errors" | "members">>;

/** Where a field stands on this page: its control's id and the words of its label. */
export type FieldPlaces = Record<string, { id: string; label: string }>;

type ProblemNoteProps = {
  problem: ShownProblem;
  /** Fields that show their own error; their line here links to them. */
  fields?: FieldPlaces;
  ref?: Ref<HTMLDivElement>;
  children?: ReactNode;
};

/** A refusal at the top of what was refused: what happened, what to do, and where. */
export function ProblemNote({ problem, fields = {}, ref, children }: ProblemNoteProps) {
  const lines = Object.entries(problem.errors ?? {}).flatMap(([path, messages]) =>
    messages.map((message) => ({ key: `${path} ${message}`, message, place: fields[path] })),
  );
  return (
    <div ref={ref} tabIndex={-1} className="outline-none">
      <Note kind="bad" live="alert" title={`${problem.title}.`}>
        {lines.length === 0 && problem.detail}
        {lines.length > 0 && (
          <ul className="mt-1 grid gap-0.5">
            {lines.map(({ key, message, place }) => (
              <li key={key}>
                {place ? <a href={`#${place.id}`}>{place.label}</a> : null}
                {place ? ": " : null}
                {message}
              </li>
            ))}
          </ul>
        )}
        {problem.code === "session_ended" && (
          <p className="mt-1">
            <a href="/sign-in" target="_blank" rel="noreferrer">
              Sign in in another tab
            </a>
          </p>
        )}
        {problem.code === "reauthentication_required" && (
          <ConfirmLink isLocked={problem.members?.locked === true} />
        )}
        {children}
      </Note>
    </div>
  );
}
