"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/forms/form";
import { TextField } from "@/components/forms/text-fields";
import { NewPanel, type Panel, PanelChange } from "@/lib/catalogue/schema.sold";
import { useOnceKey } from "../../_components/use-once-key";
import { correctPanel, createPanel } from "../actions";
import { CodeListField } from "./code-list-field";
import { testOptions } from "./find-options";
import { Answers } from "./test-form";

export function NewPanelForm() {
  const router = useRouter();
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewPanel}
      keep="panel-new"
      initial={{ tests: [] }}
      className="max-w-160"
      action={(body) => createPanel({ body, idempotencyKey: keyOf(body) })}
      onDone={(panel) => panel && router.push(`/catalogue/panels/${panel.id}`)}
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
      <PanelFields />
      <Answers act="Add the panel" busy="Adding" back="/catalogue/panels" />
    </Form>
  );
}

export function PanelChangeForm({ panel }: { panel: Panel }) {
  const router = useRouter();
  const page = `/catalogue/panels/${panel.id}`;
  return (
    <Form
      schema={PanelChange}
      keep={`panel-${panel.id}`}
      emptyAs="null"
      initial={{ name: panel.name, loinc: panel.loinc, tests: panel.tests.map(({ code }) => code) }}
      className="max-w-160"
      action={(body) => correctPanel({ params: { panelId: panel.id }, body, ifMatch: panel.version })}
      onDone={() => router.push(page)}
    >
      <PanelFields panel={panel} />
      <Answers act="Save" busy="Saving" back={page} />
    </Form>
  );
}

function PanelFields({ panel }: { panel?: Panel }) {
  return (
    <>
      <TextField name="name" label="Name" />
      <TextField name="loinc" label="LOINC" optional mono spellCheck={false} className="max-w-48" />
      <CodeListField
        name="tests"
        label="Tests"
        noun="tests"
        help="Sold together at the panel's price."
        load={testOptions}
        known={(panel?.tests ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  );
}
