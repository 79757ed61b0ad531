"use client";

import { useWatch } from "react-hook-form";
import { z } from "zod";
import { CheckboxField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/text-fields";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { type Laboratory, LaboratoryChange } from "@/lib/laboratories/schema";
import { linesOf } from "../_components/lines";
import { changeSettings } from "../actions";
import { FormatField } from "./format-field";

const { accessionFormat, allowsSelfVerification, allowedOrigins } = LaboratoryChange.shape;

const Typed = z.strictObject({
  accessionFormat,
  allowsSelfVerification,
  origins: z
    .string()
    .nullable()
    .superRefine((text, context) => {
      const read = allowedOrigins.safeParse(linesOf(text));
      const [issue] = read.error?.issues ?? [];
      if (!issue) return;
      const wrong = linesOf(text)[Number(issue.path[0])];
      context.addIssue({ code: "custom", message: wrong ? `${wrong}: ${issue.message}` : issue.message });
    }),
});

/** How the laboratory works, where laboratories differ. */
export function RulesForm({ laboratory, now }: { laboratory: Laboratory; now: string }) {
  return (
    <Form
      schema={Typed}
      keep="settings-rules"
      emptyAs="null"
      className="max-w-180"
      initial={{
        accessionFormat: laboratory.accessionFormat,
        allowsSelfVerification: laboratory.allowsSelfVerification,
        origins: laboratory.allowedOrigins.join("\n"),
      }}
      action={({ origins, ...body }) =>
        changeSettings({ body: { ...body, allowedOrigins: linesOf(origins) }, ifMatch: laboratory.version })
      }
      onDone={() => notify({ title: "Rules saved" })}
    >
      <Section title="Accession numbers">
        <div className="mt-2">
          <FormatField name="accessionFormat" now={now} zone={laboratory.timeZone} />
        </div>
      </Section>
      <Section title="Two pairs of eyes">
        <div className="mt-2 grid gap-3">
          <CheckboxField
            name="allowsSelfVerification"
            label="A person may verify what they entered"
            help="Off, the system refuses it everywhere. On, each result verified so is marked as such, for good; what was verified before stays as it was."
          />
          <SelfVerificationWarning wasOn={laboratory.allowsSelfVerification} />
        </div>
      </Section>
      <Section title="Programs in a browser">
        <div className="mt-2">
          <TextareaField
            name="origins"
            label="Sites that may call the API from a browser"
            optional
            rows={2}
            help="One address a line, such as https://app.example.org. Programs that are no web pages need no entry."
          />
        </div>
      </Section>
      <div>
        <SubmitButton busy="Saving">Save</SubmitButton>
      </div>
    </Form>
  );
}

function SelfVerificationWarning({ wasOn }: { wasOn: boolean }) {
  const isOn: unknown = useWatch({ name: "allowsSelfVerification" });
  if (isOn !== true || wasOn) return null;
  return (
    <Note kind="warn" title="This removes the second pair of eyes." live="status">
      A wrong value, unit or sample that the person who entered it does not notice will then reach the report.
      Turn it on only where nobody else is at work, and say so in your quality manual. The change is in the
      audit trail under your name.
    </Note>
  );
}
