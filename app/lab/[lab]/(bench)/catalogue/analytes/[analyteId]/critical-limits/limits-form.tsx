"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFieldArray } from "react-hook-form";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import type { Analyte } from "@/lib/catalogue/schema";
import { CriticalLimit, Source } from "@/lib/catalogue/schema.intervals";
import { AgeField } from "../../../_components/age-field";
import { Answers } from "../../../_components/test-form";
import { setLimits } from "../../../actions";

// Without a title there is no source. What the fields of a line say together, the operation judges.
const Line = z.strictObject({ ...CriticalLimit.shape, source: Source.partial().nullish() });
const Typed = z.strictObject({ limits: z.array(Line).max(20) });

/** The whole set at once: it replaces the one there is. */
export function LimitsForm({ analyte }: { analyte: Analyte }) {
  const router = useRouter();
  const page = `/catalogue/analytes/${analyte.id}`;
  return (
    <Form
      schema={Typed}
      keep={`limits-${analyte.id}`}
      initial={{ limits: analyte.criticalLimits.map(({ id: _, ...limit }) => limit) }}
      className="max-w-220"
      action={({ limits }) =>
        setLimits({
          params: { analyteId: analyte.id },
          body: {
            limits: limits.map(({ source, ...limit }) => ({ ...limit, ...(source?.title && { source }) })),
          },
          ifMatch: analyte.version,
        })
      }
      onDone={() => router.push(page)}
    >
      <Limits unit={analyte.unit ?? undefined} />
      <Answers act="Save" busy="Saving" back={page} />
    </Form>
  );
}

function Limits({ unit }: { unit: string | undefined }) {
  const { fields, append, remove } = useFieldArray({ name: "limits" });
  return (
    <div className="grid gap-5">
      {fields.length === 0 && <p className="text-ink-2">No line: no value of it will ask for a call.</p>}
      {fields.map((row, place) => (
        <fieldset key={row.id} className="border-b border-line pb-5">
          <legend className="sr-only">Line {place + 1}</legend>
          <div className="grid grid-cols-4 gap-4 max-lg:grid-cols-2 max-md:grid-cols-1">
            <AgeField name={`limits.${place}.ageFrom`} label="From the age of" help="Empty: from birth." />
            <AgeField name={`limits.${place}.ageTo`} label="To below" help="Empty: no end." />
            <Limit name={`limits.${place}.low`} label="Low limit" unit={unit} />
            <Limit name={`limits.${place}.high`} label="High limit" unit={unit} />
          </div>
          <div className="mt-3 flex flex-wrap items-end gap-4">
            <TextField
              name={`limits.${place}.source.title`}
              label="Source"
              optional
              className="min-w-60 flex-1"
            />
            <Button onClick={() => remove(place)}>Take this line out</Button>
          </div>
        </fieldset>
      ))}
      <Button
        className="justify-self-start"
        onClick={() => append({ ageFrom: "", ageTo: "", low: "", high: "" })}
      >
        <Plus aria-hidden="true" />
        Add a line
      </Button>
    </div>
  );
}

function Limit({ name, label, unit }: { name: string; label: string; unit: string | undefined }) {
  return <TextField name={name} label={label} optional numeric inputMode="decimal" affix={unit} />;
}
