import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Query } from "../../_components/page-links";

/** An address of its own for every question, so that it can be kept and shared. */
export function FilterForm({ query }: { query: Query }) {
  const { who, order, patient, record } = query;
  return (
    <form method="get" className="mb-5 flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2">
      {Object.entries({ who, order, patient, record }).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Field label="From">
        {(control) => <Input {...control} type="date" name="from" defaultValue={query.from} />}
      </Field>
      <Field label="To">
        {(control) => <Input {...control} type="date" name="to" defaultValue={query.to} />}
      </Field>
      <Field label="About">
        {(control) => (
          <Select
            {...control}
            name="kind"
            placeholder="Everything"
            choices={kinds}
            defaultValue={query.kind}
          />
        )}
      </Field>
      <Field label="Outcome">
        {(control) => (
          <Select
            {...control}
            name="outcome"
            placeholder="Any"
            choices={[
              { value: "done", label: "Done" },
              { value: "refused", label: "Refused" },
            ]}
            defaultValue={query.outcome}
          />
        )}
      </Field>
      <Field label="Action" className="w-52 max-md:w-auto">
        {(control) => (
          <Input
            {...control}
            name="action"
            mono
            placeholder="sample.accessioned"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={query.action}
          />
        )}
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}

const kinds = [
  "account",
  "analyte",
  "audit",
  "invitation",
  "invoice",
  "laboratory",
  "member",
  "order",
  "order_item",
  "panel",
  "patient",
  "payment",
  "price",
  "provider",
  "report",
  "result",
  "sample",
  "session",
  "test",
].map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll("_", " ") }));
