"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Answer } from "@/components/forms/answer";
import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import type { ShownProblem } from "@/components/ui/problem-note";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import type { Invoice } from "@/lib/billing/schema";
import { formatMoney } from "@/lib/core/money";
import { Refused } from "../../../_components/refused";
import { attempt, useAct } from "../../../_components/use-act";
import { change, issue } from "../actions";
import { DraftLineFields } from "./draft-line-fields";
import { type DraftErrors, draftTotals, readDraft } from "./draft-lines";
import { useDraftInvoice } from "./use-draft-invoice";

/** A draft's lines, changed as one and saved as one; issuing saves them first. */
export function DraftEditor({ invoice }: { invoice: Invoice }) {
  const { currency } = invoice;
  const typed = useDraftInvoice(invoice);
  const { draft, isChanged } = typed;
  const [errors, setErrors] = useState<DraftErrors>({});
  const { act, problem, setProblem, isBusy } = useAct();
  const section = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const totals = draftTotals(draft.lines, currency);

  /** Saves what was typed; the version it is then. */
  async function save(ifMatch = typed.basis): Promise<Answer<Invoice>> {
    const read = readDraft(draft.lines, currency);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) return { ok: false, problem: unread };
    const { lines } = read;
    const body = { billTo: draft.billTo, lines };
    const answer = await attempt(() => change({ params: { invoiceId: invoice.id }, body, ifMatch }));
    if (answer.ok) typed.forget();
    else setErrors(firstOfEach(answer.problem));
    return answer;
  }

  async function saveAndIssue(): Promise<Answer<Invoice>> {
    const saved: Answer<{ version: number }> = isChanged ? await save() : { ok: true, value: invoice };
    if (!saved.ok) return saved;
    return await attempt(() =>
      issue({ params: { invoiceId: invoice.id }, body: {}, ifMatch: saved.value.version }),
    );
  }

  function discard() {
    typed.startOver();
    setErrors({});
    setProblem(null);
  }

  function showFirstError() {
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  const meanwhile = versionMeanwhile(problem) ?? (typed.basis < invoice.version ? invoice.version : null);
  return (
    <div ref={section} className="grid gap-4">
      {typed.isRestored && (
        <p role="status" className="flex flex-wrap gap-x-2 text-ink-2">
          What you typed before is still here.
          <Button size="small" look="quiet" onClick={typed.startOver}>
            Start over
          </Button>
        </p>
      )}
      {meanwhile === null ? (
        <Refused problem={problem} />
      ) : (
        <Note kind="warn" live="alert" title="Somebody changed this draft meanwhile.">
          What you typed is still here and not saved.
          <span className="mt-2 flex flex-wrap gap-2">
            <Button
              size="small"
              onClick={() => {
                discard();
                router.refresh();
              }}
            >
              Look at theirs
            </Button>
            <Button
              size="small"
              onClick={() => {
                typed.keepMine(meanwhile);
                act(() => save(meanwhile));
              }}
            >
              Save mine over it
            </Button>
          </span>
        </Note>
      )}
      <Field label="Billed to" className="max-w-110" error={errors.billTo}>
        {(control) => (
          <Input
            {...control}
            value={draft.billTo}
            autoComplete="off"
            onChange={(event) => typed.setBillTo(event.target.value)}
          />
        )}
      </Field>
      <Section title="Lines" note={draft.lines.length === 0 ? "none yet" : undefined}>
        {draft.lines.length > 0 && <Heads currency={currency} />}
        <ol>
          {draft.lines.map((line, index) => (
            <DraftLineFields
              key={line.key}
              line={line}
              place={index}
              currency={currency}
              errors={errors}
              onChange={(field, text) => typed.setField(line.key, field, text)}
              onRemove={() => typed.remove(line.key)}
            />
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong py-2.5">
          <Button size="small" onClick={typed.add}>
            <Plus aria-hidden="true" />
            Add a line
          </Button>
          <p className="ms-auto text-ink-2" aria-live="polite">
            {totals === null ? (
              "comes to an amount once every line can be read"
            ) : (
              <>
                {totals.tax > 0 && (
                  <>
                    with <Money amount={totals.tax} currency={currency} /> tax,{" "}
                  </>
                )}
                total{" "}
                <Money
                  amount={totals.gross}
                  currency={currency}
                  className="ms-1 text-md font-strong text-ink"
                />
              </>
            )}
          </p>
        </div>
      </Section>
      <div className="flex flex-wrap items-center gap-2">
        <AskButton
          look="primary"
          ask={{
            title: "Issue this invoice?",
            about: (
              <>
                {totals && `${formatMoney(totals.gross, currency)}, billed to ${draft.billTo}. `}
                It gets its number, and its lines never change again.
              </>
            ),
            keep: "Keep it a draft",
            act: isChanged ? "Save and issue" : "Issue it",
            busy: "Issuing",
            look: "primary",
            async onAct() {
              const answer = await saveAndIssue();
              if (answer.ok) notify({ title: `Invoice ${answer.value.number ?? ""} issued` });
              return answer;
            },
          }}
        >
          Issue the invoice
        </AskButton>
        {isChanged && (
          <>
            <Button
              busy={isBusy && "Saving"}
              onClick={() =>
                act(async () => {
                  const answer = await save();
                  if (!answer.ok) showFirstError();
                  return answer;
                })
              }
            >
              Save changes
            </Button>
            <Button look="quiet" onClick={discard}>
              Discard them
            </Button>
            <span className="text-ink-3">not saved yet, kept in this tab</span>
          </>
        )}
      </div>
    </div>
  );
}

/** Column words over the fields; each field carries its own label for those who hear it, and on a phone. */
function Heads({ currency }: { currency: string }) {
  return (
    <div
      aria-hidden="true"
      className="grid h-7 grid-cols-[minmax(0,1fr)_64px_112px_112px_72px_120px_32px] items-center gap-2 border-b border-line-strong text-xs text-ink-3 max-lg:hidden"
    >
      <span>What</span>
      <span className="text-end">Quantity</span>
      <span className="text-end">Price, {currency}</span>
      <span className="text-end">Discount, {currency}</span>
      <span className="text-end">Tax, %</span>
      <span className="text-end">Total</span>
    </div>
  );
}

const unread: ShownProblem = {
  code: "validation_failed",
  title: "Some lines need attention",
  detail: "What is wrong stands beside each field.",
};

function firstOfEach({ errors = {} }: ShownProblem): DraftErrors {
  return Object.fromEntries(Object.entries(errors).map(([path, [message = ""]]) => [path, message]));
}

/** The version somebody else made, when that is why a change was refused. */
function versionMeanwhile(problem: ShownProblem | null): number | null {
  if (problem?.code !== "precondition_failed") return null;
  // The report of a problem carries more than is shown of it.
  const { members } = problem as { members?: { currentVersion?: unknown } };
  return typeof members?.currentVersion === "number" ? members.currentVersion : null;
}
