"use client";

import type { ReactNode } from "react";
import { get, useFormState } from "react-hook-form";
import { type FieldPlaces, ProblemNote, type ShownProblem } from "../ui/problem-note";
import { messageOf } from "./use-bound";

type FormHeadProps = {
  problem: ShownProblem | null;
  restored: boolean;
  onStartOver: () => void;
  places: FieldPlaces;
  /** Nothing is said before something was tried. */
  attempts: number;
  children?: ReactNode;
};

/** What a form says at its top: what was brought back, and what was refused when one field cannot say it alone. */
export function FormHead({ problem, restored, onStartOver, places, attempts, children }: FormHeadProps) {
  const { errors } = useFormState();
  const shown = attempts > 0 ? shownProblem(problem, errors, places) : null;
  if (!shown && !restored) return null;
  return (
    <div data-problem="" className="grid gap-3">
      {shown && (
        <ProblemNote problem={shown} fields={places}>
          {children}
        </ProblemNote>
      )}
      {restored && (
        <p className="flex flex-wrap gap-x-2 text-ink-2" role="status">
          What you typed before is still here.
          <button type="button" onClick={onStartOver} className="text-link underline underline-offset-2">
            Start over
          </button>
        </p>
      )}
    </div>
  );
}

/**
 * One field says its own error; from two on they are listed at the top too. A problem that is not about fields, or
 * about one that is not on this page, is always said there.
 */
function shownProblem(
  problem: ShownProblem | null,
  errors: object,
  places: FieldPlaces,
): ShownProblem | null {
  const inPlace = Object.entries(places).flatMap(([path]) => {
    const message = messageOf(get(errors, path));
    return message ? [[path, [message]] as const] : [];
  });
  const elsewhere = Object.entries(problem?.errors ?? {}).filter(([path]) => !places[path]);
  const isAboutFields = Object.keys(problem?.errors ?? {}).length > 0;

  if (problem && !isAboutFields) return problem;
  if (inPlace.length < 2 && elsewhere.length === 0) return null;
  const count = inPlace.length + elsewhere.length;
  return {
    title: problem?.title ?? "Some fields need attention",
    detail: `${count} fields need attention.`,
    ...(problem?.code && { code: problem.code }),
    errors: Object.fromEntries([...inPlace, ...elsewhere]),
  };
}
