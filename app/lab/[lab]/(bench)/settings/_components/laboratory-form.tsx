"use client";

import { z } from "zod";
import { SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField, TextField } from "@/components/forms/text-fields";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { type Laboratory, LaboratoryChange } from "@/lib/laboratories/schema";
import { changeSettings } from "../actions";
import { linesOf } from "./lines";

const { name, timeZone, phone, email, licence, director } = LaboratoryChange.shape;

const Typed = z.strictObject({
  ...{ name, timeZone, phone, email, licence, director },
  address: z
    .string()
    .nullable()
    .refine((text) => linesOf(text).length <= 6, "Use at most 6 lines."),
});

/** Who the laboratory is: what its reports and invoices say at their head. */
export function LaboratoryForm({ laboratory, zones }: { laboratory: Laboratory; zones: readonly string[] }) {
  return (
    <Form
      schema={Typed}
      keep="settings-laboratory"
      emptyAs="null"
      className="max-w-180"
      initial={{
        name: laboratory.name,
        timeZone: laboratory.timeZone,
        address: laboratory.addressLines.join("\n"),
        phone: laboratory.phone,
        email: laboratory.email,
        licence: laboratory.licence,
        director: laboratory.director,
      }}
      action={({ address, ...body }) =>
        changeSettings({ body: { ...body, addressLines: linesOf(address) }, ifMatch: laboratory.version })
      }
      onDone={() => notify({ title: "Settings saved" })}
    >
      <Section title="Name and place">
        <div className="mt-2 grid gap-4">
          <TextField name="name" label="Name" help="At the head of every page, report, invoice and mail." />
          <TextareaField
            name="address"
            label="Address"
            optional
            rows={3}
            help="As on paper, one line a line."
          />
          <SelectField
            name="timeZone"
            label="Time zone"
            help="Every time is shown in it. What is recorded already stays the same instant; an accession number that is given keeps its date."
            choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
        </div>
      </Section>
      <Section title="Contacts">
        <div className="mt-2 grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <TextField name="phone" label="Telephone" type="tel" optional />
          <TextField name="email" label="E-mail" type="email" optional />
          <TextField name="director" label="Director" optional help="Named on reports." />
          <TextField
            name="licence"
            label="Licence"
            optional
            mono
            help="Number or name of the accreditation."
          />
        </div>
      </Section>
      <Section title="What stays">
        <DescriptionList
          className="mt-2"
          items={[
            { term: "Address", value: <Id>{laboratory.url}</Id> },
            { term: "Currency", value: laboratory.currency },
          ]}
        />
      </Section>
      <div>
        <SubmitButton busy="Saving">Save</SubmitButton>
      </div>
    </Form>
  );
}
