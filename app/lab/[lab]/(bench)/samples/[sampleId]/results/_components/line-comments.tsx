"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Cell, Typed } from "./cell";

type LineCommentsProps = {
  cell: Cell;
  onType: (more: Partial<Typed>) => void;
  /** The field is left: what stands in it is saved, as a value is. */
  onLeave: () => void;
  /** Back to the grid. */
  onBack: () => void;
};

/** Words beside a value: internal ones stay inside, those for the report are printed. */
export function LineComments({ cell, onType, onLeave, onBack }: LineCommentsProps) {
  const { line, typed } = cell;
  if (!line.may.enter) return <Written cell={cell} />;
  if (line.value === null) {
    return <p className="text-xs text-ink-3">A comment can be written once there is a value.</p>;
  }
  const leaves = {
    onBlur: onLeave,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== "Escape" && !(event.key === "Enter" && event.ctrlKey)) return;
      event.preventDefault();
      onBack();
    },
  };
  return (
    <div className="grid gap-2">
      {line.kind === "text" && (
        <Checkbox
          label="Abnormal"
          checked={typed.abnormal === true}
          onChange={(event) => {
            onType({ abnormal: event.target.checked });
            onLeave();
          }}
        />
      )}
      <Field label="Internal comment" id="line-comment" optional="never printed">
        {(control) => (
          <Textarea
            {...control}
            {...leaves}
            rows={2}
            value={typed.comment}
            onChange={(event) => onType({ comment: event.target.value })}
          />
        )}
      </Field>
      <Field label="Comment for the report" optional="printed">
        {(control) => (
          <Textarea
            {...control}
            {...leaves}
            rows={2}
            value={typed.commentForReport}
            onChange={(event) => onType({ commentForReport: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Written({ cell: { line } }: { cell: Cell }) {
  return (
    <>
      {line.comment && <p className="text-ink-2">Internal: {line.comment}</p>}
      {line.commentForReport && <p>For the report: {line.commentForReport}</p>}
    </>
  );
}
