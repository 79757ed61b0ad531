import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type SearchFormProps = {
  /** The parameter's name in the address. */
  name: string;
  value: string | undefined;
  /** What is searched by: its name, and what stands in the empty field. */
  label: string;
  /** Parameters that stay as they are. */
  keep?: Record<string, string | undefined>;
  wide?: boolean;
  /** Under the field: how to ask better. */
  help?: string;
};

/** A search that is an address: it can be kept, shared and gone back to. */
export function SearchForm({ name, value, label, keep = {}, wide, help }: SearchFormProps) {
  return (
    <search className={wide ? "w-full max-w-120" : "w-76 max-md:w-full"}>
      <form method="get" className="flex gap-2">
        {Object.entries(keep).map(
          ([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />,
        )}
        <div className="min-w-0 flex-1">
          <Input
            type="search"
            name={name}
            defaultValue={value}
            // Another search is another field: what was typed before is not carried over.
            key={value}
            aria-label={label}
            placeholder={label}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Button type="submit" aria-label="Search" title="Search" square>
          <Search aria-hidden="true" />
        </Button>
      </form>
      {help && <p className="mt-1 text-xs text-ink-3">{help}</p>}
    </search>
  );
}
