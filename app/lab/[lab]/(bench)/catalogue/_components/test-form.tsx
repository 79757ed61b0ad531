"use client";

import { useRouter } from "next/navigation";
import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/field";
import type { Choice } from "@/components/ui/select";
import { NewTest, type Test, TestChange } from "@/lib/catalogue/schema.sold";
import { useOnceKey } from "../../_components/use-once-key";
import { correctTest, createTest } from "../actions";
import { CodeListField } from "./code-list-field";
import { analyteOptions } from "./find-options";

/** A new test. */
export function NewTestForm({ sampleTypes }: { sampleTypes: readonly Choice[] }) {
  const router = useRouter();
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewTest}
      keep="test-new"
      initial={{ analytes: [], turnaroundMinutes: { routine: 1440, urgent: 240, stat: 60 } }}
      className="max-w-160"
      action={(body) => createTest({ body, idempotencyKey: keyOf(body) })}
      onDone={(test) => test && router.push(`/catalogue/tests/${test.id}`)}
    >
      <TextField
        name="code"
        label="Code"
        mono
        help="On orders and price lists. It never changes."
        className="max-w-48"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TestFields sampleTypes={sampleTypes} />
      <Answers act="Add the test" busy="Adding" back="/catalogue" />
    </Form>
  );
}

/** A test as it will be from now on; orders that were placed keep what they asked for. */
export function TestChangeForm({ test, sampleTypes }: { test: Test; sampleTypes: readonly Choice[] }) {
  const router = useRouter();
  const page = `/catalogue/tests/${test.id}`;
  return (
    <Form
      schema={TestChange}
      keep={`test-${test.id}`}
      emptyAs="null"
      initial={{
        name: test.name,
        loinc: test.loinc,
        section: test.section,
        sampleType: test.sampleType.code,
        collection: test.collection,
        turnaroundMinutes: test.turnaroundMinutes,
        analytes: test.analytes.map(({ code }) => code),
      }}
      className="max-w-160"
      action={(body) => correctTest({ params: { testId: test.id }, body, ifMatch: test.version })}
      onDone={() => router.push(page)}
    >
      <TestFields test={test} sampleTypes={sampleTypes} />
      <Answers act="Save" busy="Saving" back={page} />
    </Form>
  );
}

function TestFields({ test, sampleTypes }: { test?: Test; sampleTypes: readonly Choice[] }) {
  return (
    <>
      <TextField name="name" label="Name" help="On orders, worklists and reports." />
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <TextField name="section" label="Section" help="Its heading on the report, as in Haematology." />
        <TextField name="loinc" label="LOINC" optional mono spellCheck={false} />
        <SelectField name="sampleType" label="Sample" placeholder="Choose" choices={sampleTypes} />
        <TextField
          name="collection"
          label="To be taken"
          optional
          help="As in fasting. Tests share a tube only when they agree in this."
        />
      </div>
      <FieldGroup
        label="Turnaround, in minutes from the order"
        help="How long it may take before it counts as late. 1440 minutes are a day."
      >
        {() => (
          <div className="grid grid-cols-3 gap-4">
            <NumberField name="turnaroundMinutes.routine" label="Routine" whole />
            <NumberField name="turnaroundMinutes.urgent" label="Urgent" whole />
            <NumberField name="turnaroundMinutes.stat" label="Stat" whole />
          </div>
        )}
      </FieldGroup>
      <CodeListField
        name="analytes"
        label="Analytes"
        noun="analytes"
        help="In the order of the report."
        load={analyteOptions}
        known={(test?.analytes ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}

export function Answers({ act, busy, back }: { act: string; busy: string; back: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      <SubmitButton busy={busy}>{act}</SubmitButton>
      <LinkButton href={back} look="quiet">
        Cancel
      </LinkButton>
    </div>
  );
}
