"use client";

import { ChevronDown, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { cx } from "./cx";
import { controlClass } from "./input";
import { type LoadOptions, type Option, useOptions } from "./use-options";

type ComboboxProps = {
  /** Finds options for what was typed; the answer to the latest question wins. */
  load: LoadOptions;
  value: Option | null;
  onChange: (option: Option | null) => void;
  /** What is looked for, in the plural: "patients". */
  noun: string;
  placeholder?: string | undefined;
  id?: string;
  size?: "normal" | "large";
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  "aria-label"?: string;
  onBlur?: () => void;
};

/** One of many, found by typing. Nothing is chosen by leaving the field: only by Enter or a press. */
export function Combobox({
  load,
  value,
  onChange,
  noun,
  placeholder,
  size = "normal",
  ...control
}: ComboboxProps) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const query = typed ?? "";
  const { options, state } = useOptions(load, query, isOpen);
  const shown = Math.min(active, options.length - 1);

  function close() {
    setOpen(false);
    setTyped(null);
    setActive(0);
  }

  function choose(option: Option | null) {
    onChange(option);
    close();
  }

  function leave() {
    // An emptied field is a choice too; a half-typed one is not.
    if (typed === "" && value) onChange(null);
    close();
    control.onBlur?.();
  }

  function onKeyDown(event: KeyboardEvent) {
    const option = options[shown];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((shown + step + options.length) % Math.max(options.length, 1));
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      if (option && state === "ready") choose(option);
    } else if (event.key === "Escape" && isOpen) {
      // Only the list: a dialog around it stays.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return (
    <div className="relative">
      <input
        ref={input}
        id={control.id}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen && options.length > 0 ? list : undefined}
        aria-activedescendant={isOpen && options[shown] ? `${list}-${shown}` : undefined}
        aria-label={control["aria-label"]}
        aria-describedby={control["aria-describedby"]}
        aria-invalid={control["aria-invalid"]}
        value={typed ?? value?.label ?? ""}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={leave}
        className={cx(
          controlClass,
          "pe-14 max-md:h-11 max-md:text-md",
          size === "large" ? "h-10 text-base" : "h-8 text-sm",
        )}
      />
      {value && (
        <button
          type="button"
          aria-label={`Clear ${value.label}`}
          title="Clear"
          onClick={() => {
            choose(null);
            input.current?.focus();
          }}
          className="absolute inset-y-0 end-7 grid w-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-3.5 -translate-y-1/2 text-ink-3"
      />
      {isOpen && (
        <div className="absolute inset-x-0 top-full z-60 mt-1 max-h-80 overflow-y-auto overscroll-contain rounded-md bg-raised p-1 text-sm shadow-pop">
          <p
            role="status"
            className={options.length > 0 && state !== "failed" ? "sr-only" : "px-2 py-1.5 text-ink-3"}
          >
            {statusText({ state, count: options.length, query: query.trim(), noun })}
          </p>
          {options.length > 0 && (
            <div id={list} role="listbox" aria-label={noun}>
              {options.map((option, index) => (
                // The keyboard reaches options through the field: the focus never leaves it.
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: see above
                <div
                  key={option.value}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={option.value === value?.value}
                  data-active={index === shown || undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => setActive(index)}
                  onClick={() => choose(option)}
                  ref={(element) => {
                    if (index === shown) element?.scrollIntoView({ block: "nearest" });
                  }}
                  className="flex min-h-7.5 items-center justify-between gap-3 rounded-sm px-2 py-1 aria-selected:font-medium data-active:bg-select max-md:min-h-11 max-md:flex-wrap max-md:gap-x-3 max-md:gap-y-0"
                >
                  <span className="min-w-0 wrap-break-word">{option.label}</span>
                  {option.detail && (
                    <span className="flex-none text-ink-3 tabular-nums">{option.detail}</span>
                  )}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

type Status = { state: "loading" | "ready" | "failed"; count: number; query: string; noun: string };

function statusText({ state, count, query, noun }: Status): string {
  if (state === "loading") return "Searching";
  if (state === "failed") return "The search did not work. Type on to try again.";
  if (count > 0) return `${count} ${noun} found`;
  return query ? `No ${noun} match "${query}".` : `Type to find ${noun}.`;
}
