"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { Section } from "@/components/ui/section";
import type { Choice } from "@/components/ui/select";
import type { Analyte } from "@/lib/catalogue/schema";
import { NewInterval, Source } from "@/lib/catalogue/schema.intervals";
import type { ProblemReport } from "@/lib/core/problem";
import { useOnceKey } from "../../../../_components/use-once-key";
import { AgeField } from "../../../_components/age-field";
import { Answers } from "../../../_components/test-form";
import { addInterval } from "../../../actions";

// A select gives words, and without a title there is no source. What the fields say together, the operation judges.
const Typed = z.strictObject({
  ...NewInterval.shape,
  pregnant: z.enum(["yes", "no"]).optional(),
  source: Source.partial().optional(),
});
type Typed = z.input<typeof Typed>;

export function IntervalForm({ analyte, sampleTypes }: { analyte: Analyte; sampleTypes: readonly Choice[] }) {
  const router = useRouter();
  const keyOf = useOnceKey();
  const page = `/catalogue/analytes/${analyte.id}`;
  const affix = analyte.unit ?? undefined;
  return (
    <Form
      schema={Typed}
      keep={`interval-${analyte.id}`}
      className="max-w-160"
      action={async (typed) => {
        const body = bodyOf(typed);
        const answer = await addInterval({
          params: { analyteId: analyte.id },
          body,
          ifMatch: analyte.version,
          idempotencyKey: keyOf(body),
        });
        return answer.ok ? answer : { ok: false, problem: inOwnWords(answer.problem) };
      }}
      onDone={() => router.push(page)}
    >
      <Section title="For whom">
        <div className="mt-2 grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <SelectField
            name="sex"
            label="Sex"
            placeholder="Everyone"
            choices={[
              { value: "female", label: "Females" },
              { value: "male", label: "Males" },
            ]}
          />
          <SelectField
            name="pregnant"
            label="Pregnancy"
            placeholder="Does not matter"
            choices={[
              { value: "yes", label: "Pregnant only" },
              { value: "no", label: "Not pregnant only" },
            ]}
          />
          <AgeField name="ageFrom" label="From the age of" help="This age is inside. Empty: from birth." />
          <AgeField name="ageTo" label="To below the age of" help="This age is outside. Empty: no end." />
          <SelectField name="sampleType" label="Sample" placeholder="Any" choices={sampleTypes} />
        </div>
      </Section>
      <Section title="What it says">
        <div className="mt-2 grid grid-cols-2 gap-4 max-md:grid-cols-1">
          {analyte.kind === "numeric" && (
            <>
              <LimitField name="low" label="Low limit" affix={affix} />
              <LimitField name="high" label="High limit" affix={affix} />
            </>
          )}
          <TextField
            name="text"
            label="Text"
            optional
            help="Printed as written beside the limits, as in “Recommended: <200”."
            className="col-span-full"
          />
        </div>
      </Section>
      <Section title="Where it comes from">
        <div className="mt-2 grid grid-cols-[minmax(0,1fr)_6rem] gap-4">
          <TextField name="source.title" label="Source" optional help="Kit insert, article, own study." />
          <NumberField name="source.year" label="Year" optional whole />
          <TextField
            name="source.locator"
            label="Where in it"
            optional
            help="Page, table, DOI."
            className="col-span-full"
          />
        </div>
      </Section>
      <Answers act="Add the interval" busy="Adding" back={page} />
    </Form>
  );
}

function LimitField({ name, label, affix }: { name: string; label: string; affix: string | undefined }) {
  return <TextField name={name} label={label} optional numeric inputMode="decimal" affix={affix} />;
}

function bodyOf({ pregnant, source, ...given }: Typed) {
  return {
    ...given,
    ...(pregnant && { pregnant: pregnant === "yes" }),
    ...(source?.title && { source }),
  };
}

/** Two intervals for one person are no race that somebody else won. */
function inOwnWords(problem: ProblemReport): ProblemReport {
  const isClash = problem.members !== undefined && "clashesWith" in problem.members;
  return isClash ? { ...problem, title: "Another interval is for some of the same people" } : problem;
}
