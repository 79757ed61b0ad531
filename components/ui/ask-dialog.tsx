"use client";

import { type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { ProblemNote, type ShownProblem } from "./problem-note";
import { type Choice, Select } from "./select";
import { Textarea } from "./textarea";

/** What the person gave as the reason; `code` only where there is a list. */
export type Reason = { code: string; note: string };

export type Ask = {
  /** Asks: "Withdraw version 3?" */
  title: string;
  /** Whom it is about and what follows: "JONES, William, PATID1234. Its results leave previous values …" */
  about: ReactNode;
  /** The harmless answer, and the act in its own words. */
  keep: string;
  act: string;
  /** The act's word while it runs: "Withdrawing". */
  busy: string;
  look?: "danger" | "primary";
  /** Left out when no reason is asked for. */
  reason?: {
    label: string;
    /** Coded reasons; then the text is a note beside it. */
    choices?: readonly Choice[];
    /** Codes that say nothing without a text ("other"). */
    noteFor?: readonly string[];
    noteLabel?: string;
    help?: string;
  };
  /** Does it. A problem is shown in the dialog, which stays open with what was typed. */
  onAct: (reason: Reason) => Promise<ActAnswer>;
};

export type ActAnswer = { ok: boolean; problem?: ShownProblem } | undefined;

type AskDialogProps = Ask & { open: boolean; onOpenChange: (open: boolean) => void };

export default function AskDialog({ open, onOpenChange, title, about, keep, act, ...ask }: AskDialogProps) {
  const form = useId();
  const [reason, setReason] = useState<Reason>({ code: "", note: "" });
  const [wasTried, tried] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [isBusy, startAct] = useTransition();
  const missing = ask.reason ? whatIsMissing(ask.reason, reason) : null;

  function submit() {
    tried(true);
    if (missing) return goToNeed(form);
    startAct(async () => {
      try {
        const answer = await ask.onAct(reason);
        if (answer && !answer.ok) return setProblem(answer.problem ?? unreachable);
        onOpenChange(false);
      } catch {
        setProblem(unreachable);
      }
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{keep}</Button>
          <Button type="submit" form={form} look={ask.look ?? "danger"} busy={isBusy && ask.busy}>
            {act}
          </Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
      <div className="text-ink-2">{about}</div>
      <form
        id={form}
        method="post"
        className="grid gap-3.5 empty:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {ask.reason && (
          <ReasonFields
            {...ask.reason}
            value={reason}
            onChange={setReason}
            missing={wasTried ? missing : null}
          />
        )}
      </form>
    </Dialog>
  );
}

type Missing = { part: keyof Reason; message: string } | null;

type ReasonFieldsProps = NonNullable<Ask["reason"]> & {
  value: Reason;
  onChange: (reason: Reason) => void;
  missing: Missing;
};

function ReasonFields({
  label,
  choices,
  noteFor,
  noteLabel,
  help,
  value,
  onChange,
  missing,
}: ReasonFieldsProps) {
  const errorOf = (part: keyof Reason) => (missing?.part === part ? missing.message : undefined);
  const isNoteNeeded = !choices || noteFor?.includes(value.code);
  return (
    <>
      {choices && (
        <Field label={label} error={errorOf("code")} help={help}>
          {(control) => (
            <Select
              {...control}
              placeholder="Choose"
              choices={choices}
              value={value.code}
              onChange={(event) => onChange({ ...value, code: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field
        label={choices ? (noteLabel ?? "Note") : label}
        optional={!isNoteNeeded}
        error={errorOf("note")}
        help={choices ? undefined : help}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={value.note}
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function whatIsMissing({ choices, noteFor }: NonNullable<Ask["reason"]>, { code, note }: Reason): Missing {
  if (choices && !code) return { part: "code", message: "Choose a reason." };
  const isNoteNeeded = !choices || noteFor?.includes(code);
  if (isNoteNeeded && !note.trim()) return { part: "note", message: "Say why, in a few words." };
  return null;
}

/** After the error is on the page: to the field it is about. */
function goToNeed(form: string) {
  requestAnimationFrame(() => {
    document.getElementById(form)?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  });
}

const unreachable: ShownProblem = {
  title: "Not done",
  detail: "The laboratory could not be reached. Nothing has changed; try again.",
};
