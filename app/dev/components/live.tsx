"use client";

import { useState } from "react";
import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Menu } from "@/components/ui/menu";
import { Selectable, SelectRow } from "@/components/ui/selection";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import type { Option } from "@/components/ui/use-options";

const samples = [
  { id: "261120-00042-1", test: "Full blood count", waits: "24 min" },
  { id: "261120-00042-3", test: "Lipid profile", waits: "13 min" },
  { id: "261120-00043-1", test: "Thyroid, TSH", waits: "9 min" },
];

/** The parts that listen: menu, dialog, toast, search, selection. */
export function Live() {
  const [patient, setPatient] = useState<Option | null>(null);
  return (
    <div className="grid gap-4 border-t border-line py-3">
      <div className="flex flex-wrap items-center gap-2">
        <AskButton
          look="danger"
          ask={{
            title: "Withdraw version 3?",
            about: "JONES, William, PATID1234. Its results leave previous values, lists and the portal.",
            keep: "Keep it",
            act: "Withdraw version 3",
            busy: "Withdrawing",
            reason: {
              label: "Reason",
              choices: [
                { value: "wrong_patient", label: "Wrong patient" },
                { value: "other", label: "Other" },
              ],
              noteFor: ["other"],
            },
            onAct: async ({ code }) =>
              code === "other"
                ? {
                    ok: false,
                    problem: { title: "This cannot be done now", detail: "Somebody else was quicker." },
                  }
                : { ok: true },
          }}
        >
          Withdraw
        </AskButton>
        <Button
          onClick={() =>
            notify({
              title: "Sample rejected",
              detail: "Recollection 261120-00042-3 is expected.",
              action: { label: "Print its label", href: "#label" },
            })
          }
        >
          Toast
        </Button>
        <Menu
          label="More for 261120-00042-1"
          entries={[
            { label: "Open the order", href: "#order" },
            { label: "Print the label", onSelect: () => undefined },
            { label: "Reject", danger: true, onSelect: () => undefined },
          ]}
        />
      </div>
      <Field label="Patient">
        {(control) => (
          <Combobox {...control} noun="patients" value={patient} onChange={setPatient} load={findPatients} />
        )}
      </Field>
      <Selectable
        ids={samples.map(({ id }) => id)}
        acts={(selected) => <Button size="small">Accession {selected.length}</Button>}
        idle="3 shown"
      >
        <Table label="Samples" inset tall>
          <TableHead>
            <Head hidden>Select</Head>
            <Head>Sample</Head>
            <Head>Test</Head>
            <Head end sort={{ href: "#waits", now: "descending" }}>
              Waiting
            </Head>
          </TableHead>
          <TableBody>
            {samples.map(({ id, test, waits }) => (
              <Row key={id}>
                <Cell phone="lead-end" className="md:w-9">
                  <SelectRow id={id} label={`Select ${id}`} />
                </Cell>
                <Cell phone="lead" className="id">
                  {id}
                </Cell>
                <Cell phone="sub">{test}</Cell>
                <Cell phone="sub-end" end>
                  {waits}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </Selectable>
    </div>
  );
}

async function findPatients(query: string): Promise<Option[]> {
  const all = [
    { value: "1", label: "JONES, William", detail: "PATID1234, 15 Jun 1961" },
    { value: "2", label: "JONES, Winifred", detail: "PATID1301, 2 Feb 1944" },
  ];
  return all.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
}
