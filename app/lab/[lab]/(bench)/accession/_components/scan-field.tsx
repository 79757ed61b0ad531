"use client";

import { ScanBarcode } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Key } from "@/components/ui/key";

type ScanFieldProps = {
  onScan: (barcode: string) => void;
  /** Stopped: it still reads, because the same tube again is an answer. */
  isPaused: boolean;
  /** Brings up the keyboard of a phone, and a button that stands for Enter. */
  byHand: boolean;
};

/**
 * The one field of the station. It has the focus unless a person takes it elsewhere, and whatever is typed or
 * scanned outside a field comes back to it.
 */
export function ScanField({ onScan, isPaused, byHand }: ScanFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useReadyField(field, byHand);

  function take() {
    const input = field.current;
    if (!input) return;
    const barcode = input.value.trim().toUpperCase();
    input.value = "";
    input.focus();
    if (barcode) onScan(barcode);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Scanners end with Enter, some with Tab; an empty field lets Tab lead on.
    const isEnd = event.key === "Enter" || (event.key === "Tab" && event.currentTarget.value !== "");
    if (!isEnd) return;
    event.preventDefault();
    take();
  }

  return (
    <div
      className={cx(
        "flex min-h-18 items-center gap-4 rounded-md border-2 border-field-line px-5 focus-within:border-focus focus-within:shadow-[0_0_0_1px_var(--color-focus)] max-md:min-h-15 max-md:gap-3 max-md:px-3.5",
        isPaused ? "bg-sunken" : "bg-surface",
      )}
    >
      <ScanBarcode
        aria-hidden="true"
        className={cx("size-6 flex-none", isPaused ? "text-ink-3" : "text-ink-2")}
      />
      <input
        ref={field}
        aria-label="Scan a tube"
        // biome-ignore lint/a11y/noAutofocus: the station is this field
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        inputMode={byHand ? "text" : "none"}
        enterKeyHint="done"
        maxLength={200}
        placeholder={isPaused ? "Paused until the refused tube is set aside" : "Scan a tube"}
        onKeyDown={onKeyDown}
        className="id min-w-0 flex-1 border-0 bg-transparent py-3 text-lg text-ink outline-none placeholder:font-sans placeholder:tracking-normal placeholder:text-ink-3 max-md:text-md max-md:placeholder:text-sm"
      />
      {isPaused && (
        <span className="max-md:hidden">
          <Key>paused</Key>
        </span>
      )}
      {byHand && <Button onClick={take}>Take it</Button>}
    </div>
  );
}

function useReadyField(field: React.RefObject<HTMLInputElement | null>, byHand: boolean) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: turning the keyboard on leads back to the field
  useEffect(() => field.current?.focus(), [field, byHand]);

  useEffect(() => {
    function bringBack(event: globalThis.KeyboardEvent) {
      const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      // Space presses a button; no number has one.
      if (isText && event.key !== " " && !isTaken(document.activeElement)) field.current?.focus();
    }
    function afterPress() {
      // A press beside everything takes the focus from the field, and nobody wanted that.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) field.current?.focus();
      });
    }
    document.addEventListener("keydown", bringBack);
    document.addEventListener("pointerup", afterPress);
    return () => {
      document.removeEventListener("keydown", bringBack);
      document.removeEventListener("pointerup", afterPress);
    };
  }, [field]);
}

/** Somewhere else that takes what is typed: a field, a list, a dialog. */
function isTaken(element: Element | null): boolean {
  return element?.closest("input, textarea, select, [role=dialog], [role=menu], [contenteditable]") !== null;
}
