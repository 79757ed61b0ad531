"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { GridLine } from "@/lib/results/schema.queues";

type More = { comment?: string; commentForReport?: string; abnormal?: boolean };

/** Words beside a value: internal ones stay inside, those for the report are printed. */
export function LineComments({ line, onSave }: { line: GridLine; onSave: (more: More) => Promise<void> }) {
  const [comment, setComment] = useState(line.comment ?? "");
  const [forReport, setForReport] = useState(line.commentForReport ?? "");
  if (!line.may.enter) return <Written line={line} />;
  if (line.value === null)
    return <p className="text-xs text-ink-3">A comment can be written once there is a value.</p>;
  const isChanged = comment !== (line.comment ?? "") || forReport !== (line.commentForReport ?? "");
  return (
    <div className="grid gap-2">
      {line.kind === "text" && (
        <Checkbox
          label="Abnormal"
          checked={line.abnormal === true}
          onChange={(event) => void onSave({ abnormal: event.target.checked })}
        />
      )}
      <Field label="Internal comment" id="line-comment" optional="never printed">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <Field label="Comment for the report" optional="printed">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={forReport}
            onChange={(event) => setForReport(event.target.value)}
          />
        )}
      </Field>
      {isChanged && (
        <Button size="small" onClick={() => void onSave({ comment, commentForReport: forReport })}>
          Save comments
        </Button>
      )}
    </div>
  );
}

function Written({ line }: { line: GridLine }) {
  return (
    <>
      {line.comment && <p className="text-ink-2">Internal: {line.comment}</p>}
      {line.commentForReport && <p>For the report: {line.commentForReport}</p>}
    </>
  );
}
