"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { OwnLaboratory } from "@/lib/laboratories/schema";
import { foundOwn } from "../actions";
import { HandOver, type Opened } from "./hand-over";
import { LaboratoryFields, type LaboratoryFieldsProps } from "./laboratory-fields";

/** For who is signed in already: the laboratory alone, and no code, since their address is known. */
export function OwnForm(props: LaboratoryFieldsProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened) return <HandOver {...opened} />;
  return (
    <Form
      schema={OwnLaboratory}
      keep="sign-up-own"
      className="max-w-110"
      action={(body) => foundOwn({ body })}
      onDone={(answer) => {
        if (!answer) return;
        const { url, name } = answer.laboratory;
        setOpened({ url, name, ticket: answer.ticket });
      }}
    >
      <LaboratoryFields {...props} />
      <div>
        <SubmitButton size="large" busy="Opening the laboratory">
          Open the laboratory
        </SubmitButton>
      </div>
    </Form>
  );
}
