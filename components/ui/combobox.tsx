"use client";

import { Combobox as Headless } from "@base-ui/react/combobox";
import { ChevronDown, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cx } from "./cx";
import { controlClass } from "./input";
import { Spinner } from "./spinner";

export type Option = {
  value: string;
  label: string;
  /** What tells two of the same name apart: MRN, birth date, code. */
  detail?: string | undefined;
};

type ComboboxProps = {
  /** Finds options for what was typed; called again as it changes, the latest answer wins. */
  load: (query: string) => Promise<readonly Option[]>;
  value: Option | null;
  onChange: (option: Option | null) => void;
  placeholder?: string | undefined;
  /** What is looked for, in the plural: "patients". */
  noun: string;
  id?: string;
  name?: string | undefined;
  disabled?: boolean | undefined;
  size?: "normal" | "large";
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  "aria-label"?: string;
  onBlur?: () => void;
};

const WAIT_MS = 160;

/** One of many, found by typing. */
export function Combobox({
  load,
  value,
  onChange,
  noun,
  placeholder,
  size = "normal",
  ...control
}: ComboboxProps) {
  const [query, setQuery] = useState("");
  const { options, state } = useOptions(load, query);
  const items =
    value && !options.some((option) => option.value === value.value) ? [...options, value] : options;

  return (
    <Headless.Root
      items={items}
      filter={null}
      value={value}
      autoHighlight
      disabled={control.disabled ?? false}
      itemToStringLabel={(option: Option) => option.label}
      isItemEqualToValue={(a: Option, b: Option) => a.value === b.value}
      onValueChange={(option: Option | null) => onChange(option)}
      onInputValueChange={(typed, { reason }) => setQuery(reason === "item-press" ? "" : typed)}
    >
      <Headless.InputGroup className="relative">
        <Headless.Input
          id={control.id}
          name={control.name}
          placeholder={placeholder}
          aria-label={control["aria-label"]}
          aria-describedby={control["aria-describedby"]}
          aria-invalid={control["aria-invalid"]}
          onBlur={control.onBlur}
          className={cx(
            controlClass,
            "pe-14 max-md:h-11 max-md:text-md",
            size === "large" ? "h-10 text-base" : "h-8 text-sm",
          )}
        />
        <span className="absolute inset-y-0 end-1 flex items-center text-ink-3">
          <Headless.Clear aria-label="Clear" className="grid h-full w-6 place-items-center hover:text-ink">
            <X aria-hidden="true" className="size-3.5" />
          </Headless.Clear>
          <Headless.Trigger
            aria-label="Show the list"
            className="grid h-full w-6 place-items-center hover:text-ink"
          >
            <ChevronDown aria-hidden="true" className="size-3.5" />
          </Headless.Trigger>
        </span>
      </Headless.InputGroup>
      <Headless.Portal>
        <Headless.Positioner sideOffset={4} className="z-60 outline-none">
          <Headless.Popup className="max-h-[min(22rem,var(--available-height))] w-(--anchor-width) overflow-y-auto overscroll-contain rounded-md bg-raised p-1 text-sm shadow-pop">
            <Headless.Status>
              {state !== "ready" && (
                <div className="flex items-center gap-2 px-2 py-1.5 text-ink-3">
                  {state === "loading" ? <Spinner /> : null}
                  {state === "loading" ? "Searching" : "The search did not work. Type on to try again."}
                </div>
              )}
            </Headless.Status>
            <Headless.Empty>
              {state === "ready" && (
                <div className="px-2 py-1.5 text-ink-3">
                  {query.trim() ? `No ${noun} match "${query.trim()}".` : `Type to find ${noun}.`}
                </div>
              )}
            </Headless.Empty>
            <Headless.List>
              {(option: Option) => (
                <Headless.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-7.5 cursor-default items-center justify-between gap-3 rounded-sm px-2 py-1 outline-none data-highlighted:bg-select max-md:min-h-11"
                >
                  <span className="min-w-0 wrap-break-word">{option.label}</span>
                  {option.detail && (
                    <span className="flex-none text-ink-3 tabular-nums">{option.detail}</span>
                  )}
                </Headless.Item>
              )}
            </Headless.List>
          </Headless.Popup>
        </Headless.Positioner>
      </Headless.Portal>
    </Headless.Root>
  );
}

type Loaded = { options: readonly Option[]; state: "loading" | "ready" | "failed" };

function useOptions(load: ComboboxProps["load"], query: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ options: [], state: "ready" });
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(async () => {
      setLoaded(({ options }) => ({ options, state: "loading" }));
      try {
        const options = await latest.current(query.trim());
        if (!isStale) setLoaded({ options, state: "ready" });
      } catch {
        if (!isStale) setLoaded({ options: [], state: "failed" });
      }
    }, WAIT_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [query]);

  return loaded;
}
