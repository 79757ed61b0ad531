import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A report's code, typed from paper. */
export function CodeForm({ typed, again = false }: { typed?: string | undefined; again?: boolean }) {
  return (
    <form action="/check" method="get" className="grid gap-4">
      <Field
        label={again ? "Another report's code" : "Code of the report"}
        help="At the end of the report: four groups of five. Capitals and hyphens do not matter."
      >
        {(control) => (
          <Input
            {...control}
            name="code"
            required
            mono
            size="large"
            defaultValue={typed}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
          />
        )}
      </Field>
      <Button type="submit" look={again ? "plain" : "tenant"} size="large" wide>
        Check
      </Button>
    </form>
  );
}
