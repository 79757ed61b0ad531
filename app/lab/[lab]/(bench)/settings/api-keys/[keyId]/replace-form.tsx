"use client";

import { useState } from "react";
import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NumberField } from "@/components/forms/text-fields";
import { Rotation } from "@/lib/accounts/schema.api-keys";
import { ShownOnce } from "../_components/shown-once";
import { replaceKey } from "../actions";

const overlaps = [
  { value: "0", label: "Not at all" },
  { value: "1", label: "One hour" },
  { value: "24", label: "One day" },
  { value: "72", label: "Three days" },
  { value: "168", label: "Seven days" },
];

export function ReplaceForm({ keyId, name }: { keyId: string; name: string }) {
  const [made, setMade] = useState<string | null>(null);
  if (made) return <ShownOnce name={name} secret={made} />;
  return (
    <Form
      schema={Rotation}
      initial={{ overlapHours: "24", expiresInDays: "90" }}
      className="max-w-120"
      action={(body) => replaceKey({ params: { keyId }, body })}
      onDone={(key) => key && setMade(key.key)}
    >
      <SelectField
        name="overlapHours"
        label="How long the old key goes on"
        choices={overlaps}
        className="max-w-60"
      />
      <NumberField
        name="expiresInDays"
        label="The new key runs out after"
        affix="days"
        whole
        className="max-w-60"
      />
      <div>
        <SubmitButton look="plain" busy="Replacing">
          Replace this key
        </SubmitButton>
      </div>
    </Form>
  );
}
