"use client";

import { useState } from "react";
import { CheckboxListField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NumberField, TextField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/button";
import { keyScopes } from "@/lib/accounts/policy.api-keys";
import { NewApiKey, scopeWords } from "@/lib/accounts/schema.api-keys";
import { ShownOnce } from "../_components/shown-once";
import { makeKey } from "../actions";

const options = keyScopes.map((scope) => ({ value: scope, label: scopeWords(scope), help: scope }));

export function KeyForm() {
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  if (made) return <ShownOnce name={made.name} secret={made.key} />;
  return (
    <Form
      schema={NewApiKey}
      initial={{ scopes: [], expiresInDays: "90" }}
      className="max-w-160"
      action={(body) => makeKey({ body })}
      onDone={(key) => key && setMade(key)}
    >
      <TextField
        name="name"
        label="Name"
        help="The program it is for, as you will look for it: Booking system, Analyser bridge."
        autoComplete="off"
        className="max-w-100"
      />
      <NumberField
        name="expiresInDays"
        label="Runs out after"
        affix="days"
        whole
        help="At most 365. Before then, replace it: the old one goes on while programs change over."
        className="max-w-60"
      />
      <CheckboxListField
        name="scopes"
        label="What the program may do"
        help="Nothing else than this. People verify, release, amend and withdraw; no key does."
        options={options}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy="Making">Make the key</SubmitButton>
        <LinkButton href="/settings/api-keys" look="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}
