"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRef, useState } from "react";
import { useController } from "react-hook-form";
import { useBound } from "@/components/forms/use-bound";
import { IconButton } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/use-options";

type CodeListFieldProps = {
  name: string;
  label: string;
  help: string;
  /** What is looked for, in the plural: "analytes". */
  noun: string;
  load: (query: string) => Promise<readonly Option[]>;
  /** The words of the codes that are there already. */
  known: readonly Option[];
};

/** Codes in an order that matters: found by typing, moved up and down, taken out. */
export function CodeListField({ name, label, help, noun, load, known }: CodeListFieldProps) {
  const { id, error } = useBound(name, label);
  const { field } = useController({ name });
  const [names, setNames] = useState(() => new Map(known.map(({ value, label: word }) => [value, word])));
  const list = useRef<HTMLOListElement>(null);
  const codes = Array.isArray(field.value) ? field.value.map(String) : [];

  function move(from: number, to: number) {
    const next = codes.filter((_, place) => place !== from);
    next.splice(to, 0, codes[from] ?? "");
    field.onChange(next);
  }

  return (
    <div className="grid gap-2">
      <Field {...{ id, label, help, error }}>
        {(control) => (
          <Combobox
            {...control}
            noun={noun}
            placeholder="Type a name or a code to add one"
            value={null}
            load={async (query) => (await load(query)).filter(({ value }) => !codes.includes(value))}
            onBlur={field.onBlur}
            onChange={(option) => {
              if (!option || codes.includes(option.value)) return;
              setNames(new Map(names).set(option.value, option.label));
              field.onChange([...codes, option.value]);
            }}
          />
        )}
      </Field>
      <ol ref={list} aria-label={`${label}, chosen`} className="border-t border-line empty:hidden">
        {codes.map((code, place) => (
          <li key={code} className="flex min-h-9 items-center gap-2 border-b border-line max-md:flex-wrap">
            <span className="w-6 text-end text-ink-3 tabular-nums">{place + 1}</span>
            <span className="min-w-0 flex-1">
              {names.get(code)} <span className="id text-ink-3">{code}</span>
            </span>
            <span className="flex">
              <IconButton
                size="small"
                look="quiet"
                label={`Move ${code} up`}
                disabled={place === 0}
                onClick={() => move(place, place - 1)}
              >
                <ArrowUp aria-hidden="true" />
              </IconButton>
              <IconButton
                size="small"
                look="quiet"
                label={`Move ${code} down`}
                disabled={place === codes.length - 1}
                onClick={() => move(place, place + 1)}
              >
                <ArrowDown aria-hidden="true" />
              </IconButton>
              <IconButton
                size="small"
                look="quiet"
                label={`Take ${code} out`}
                onClick={() => field.onChange(codes.filter((other) => other !== code))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
