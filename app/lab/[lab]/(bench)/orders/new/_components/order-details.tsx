"use client";

import { Combobox } from "@/components/ui/combobox";
import { Field, FieldGroup } from "@/components/ui/field";
import { Radio } from "@/components/ui/radio";
import { Section } from "@/components/ui/section";
import { Textarea } from "@/components/ui/textarea";
import type { Option } from "@/components/ui/use-options";
import { priorityWords } from "../../../_components/order-marks";
import { findProviders } from "../actions";
import type { OrderDraft, Said } from "./use-order-draft";

type OrderDetailsProps = {
  draft: OrderDraft;
  errors: Record<string, string[]>;
  choosesProvider: boolean;
  onChange: (part: Partial<OrderDraft>) => void;
};

const priorities = ["routine", "urgent", "stat"] as const;
const answers: [Said, string][] = [
  ["unsaid", "Not recorded"],
  ["yes", "Yes"],
  ["no", "No"],
];

/** Who asks, how soon, and what the values are judged by. */
export function OrderDetails({ draft, errors, choosesProvider, onChange }: OrderDetailsProps) {
  return (
    <Section title="Details">
      <div className="mt-1 grid gap-4">
        {choosesProvider && (
          <Field label="Requester" optional error={errors.providerId?.[0]} className="max-w-110">
            {(control) => (
              <Combobox
                {...control}
                noun="providers"
                placeholder="Name of the provider"
                load={loadProviders}
                value={draft.provider}
                onChange={(provider) => onChange({ provider })}
              />
            )}
          </Field>
        )}
        <FieldGroup label="Priority" error={errors.priority?.[0]}>
          {() => (
            <div className="flex flex-wrap gap-x-5 gap-y-1">
              {priorities.map((priority) => (
                <Radio
                  key={priority}
                  name="priority"
                  label={priorityWords[priority]}
                  checked={draft.priority === priority}
                  onChange={() => onChange({ priority })}
                />
              ))}
            </div>
          )}
        </FieldGroup>
        <div className="flex flex-wrap gap-x-12 gap-y-4">
          <SaidField
            name="fasting"
            label="Fasting"
            value={draft.fasting}
            onChange={(fasting) => onChange({ fasting })}
          />
          {draft.patient?.sex !== "male" && (
            <SaidField
              name="pregnant"
              label="Pregnant"
              help="Not recorded counts as not pregnant."
              value={draft.pregnant}
              onChange={(pregnant) => onChange({ pregnant })}
            />
          )}
        </div>
        <Field
          label="Clinical notes"
          optional
          help="What whoever reads the results should know."
          error={errors.clinicalNotes?.[0]}
        >
          {(control) => (
            <Textarea
              {...control}
              maxLength={2000}
              value={draft.notes}
              onChange={(event) => onChange({ notes: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Section>
  );
}

type SaidFieldProps = {
  name: string;
  label: string;
  help?: string;
  value: Said;
  onChange: (value: Said) => void;
};

function SaidField({ name, label, help, value, onChange }: SaidFieldProps) {
  return (
    <FieldGroup label={label} help={help}>
      {() => (
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {answers.map(([answer, words]) => (
            <Radio
              key={answer}
              name={name}
              label={words}
              checked={value === answer}
              onChange={() => onChange(answer)}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

export async function loadProviders(q: string): Promise<Option[]> {
  const answer = await findProviders({ query: { q, limit: "12" } });
  if (!answer.ok) throw new Error(answer.problem.title);
  return answer.value.data.map(({ id, firstName, lastName, specialization }) => ({
    value: id,
    label: `${firstName} ${lastName}`,
    ...(specialization && { detail: specialization }),
  }));
}
