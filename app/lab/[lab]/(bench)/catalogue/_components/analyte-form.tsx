"use client";

import { useRouter } from "next/navigation";
import { RadioField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { type Analyte, AnalyteChange, NewAnalyte } from "@/lib/catalogue/schema";
import { useOnceKey } from "../../_components/use-once-key";
import { correctAnalyte, createAnalyte } from "../actions";
import { ChoicesField, ChoicesWhenCoded } from "./choices-field";
import { Answers } from "./test-form";

export function NewAnalyteForm() {
  const router = useRouter();
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewAnalyte}
      keep="analyte-new"
      initial={{ kind: "numeric", decimals: 0, choices: [] }}
      className="max-w-160"
      action={(typed) => {
        // A list that was begun before another kind was chosen is not meant.
        const body = typed.kind === "coded" ? typed : { ...typed, choices: [] };
        return createAnalyte({ body, idempotencyKey: keyOf(body) });
      }}
      onDone={(analyte) => analyte && router.push(`/catalogue/analytes/${analyte.id}`)}
    >
      <TextField
        name="code"
        label="Code"
        mono
        help="It never changes: results carry it."
        className="max-w-48"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <RadioField
        name="kind"
        label="Its values are"
        help="It never changes either."
        options={[
          { value: "numeric", label: "Numbers", help: "Judged by intervals and critical limits." },
          { value: "coded", label: "One of a list", help: "Such as negative, trace, 1+." },
          { value: "text", label: "Free text", help: "Such as the description of a film." },
        ]}
      />
      <AnalyteFields />
      <ChoicesWhenCoded name="choices" kind="kind" />
      <Answers act="Add the analyte" busy="Adding" back="/catalogue/analytes" />
    </Form>
  );
}

/** Results that were judged keep what they were judged by. */
export function AnalyteChangeForm({ analyte }: { analyte: Analyte }) {
  const router = useRouter();
  const page = `/catalogue/analytes/${analyte.id}`;
  const { name, section, group, loinc, unit, decimals, method, choices } = analyte;
  return (
    <Form
      schema={AnalyteChange}
      keep={`analyte-${analyte.id}`}
      emptyAs="null"
      initial={{ name, section, group, loinc, unit, decimals, method, choices }}
      className="max-w-160"
      action={(body) => correctAnalyte({ params: { analyteId: analyte.id }, body, ifMatch: analyte.version })}
      onDone={() => router.push(page)}
    >
      <AnalyteFields />
      {analyte.kind === "coded" && <ChoicesField name="choices" />}
      <Answers act="Save" busy="Saving" back={page} />
    </Form>
  );
}

function AnalyteFields() {
  return (
    <>
      <TextField name="name" label="Name" help="As it stands on the report." />
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="section" label="Section" help="As in Haematology." />
        <TextField name="group" label="Group" optional help="A heading within the section." />
        <TextField
          name="unit"
          label="Unit"
          optional
          spellCheck={false}
          autoCapitalize="none"
          help="UCUM, as in g/dL, 10*3/uL or mmol/L."
        />
        <NumberField name="decimals" label="Decimals" whole help="How many are shown, 0 to 6." />
        <TextField name="loinc" label="LOINC" optional mono spellCheck={false} />
        <TextField name="method" label="Method" optional help="Printed on the report." />
      </div>
    </>
  );
}
