"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { Key } from "../ui/key";

/** One field for tubes and people: a barcode opens its sample, words find patients. `/` goes to it from anywhere. */
export function FindField({ action = "/find", placeholder }: { action?: string; placeholder: string }) {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const goThere = (event: KeyboardEvent) => {
      const isCtrlK = event.key === "k" && (event.ctrlKey || event.metaKey);
      if (!isCtrlK && (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey)) return;
      if (!isCtrlK && isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", goThere);
    return () => document.removeEventListener("keydown", goThere);
  }, []);

  return (
    <search className="relative w-75 max-lg:w-56 max-md:hidden print:hidden">
      <form action={action} method="get">
        <Search aria-hidden="true" className="absolute start-2.25 top-1/2 -translate-y-1/2 text-ink-3" />
        <input
          ref={input}
          name="q"
          type="search"
          required
          autoComplete="off"
          spellCheck={false}
          aria-label={placeholder}
          aria-keyshortcuts="/"
          placeholder={placeholder}
          className="peer h-7.5 w-full rounded-md border border-line-strong bg-surface ps-8 pe-8 focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus [&::-webkit-search-cancel-button]:hidden"
        />
        <span aria-hidden="true" className="absolute end-1.5 top-1/2 -translate-y-1/2 peer-focus:hidden">
          <Key>/</Key>
        </span>
      </form>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
