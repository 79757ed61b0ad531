"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { notify } from "@/components/ui/toast";
import { LaboratoryChange } from "@/lib/laboratories/schema";
import { changeSettings } from "../actions";
import { ColourField } from "./colour-field";

const Typed = LaboratoryChange.pick({ colour: true }).required();

type ColourFormProps = { name: string; colour: string; version: number };

/** The laboratory's one colour, and what becomes of it in the places that wear it. */
export function ColourForm({ name, colour, version }: ColourFormProps) {
  return (
    <Form
      schema={Typed}
      className="max-w-180"
      initial={{ colour }}
      action={(body) => changeSettings({ body, ifMatch: version })}
      onDone={() => notify({ title: "Colour saved" })}
    >
      <ColourField name="colour" laboratory={name} />
      <div>
        <SubmitButton busy="Saving">Save</SubmitButton>
      </div>
    </Form>
  );
}
