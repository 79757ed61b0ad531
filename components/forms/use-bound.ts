"use client";

import { createContext, useContext, useEffect, useId, useRef } from "react";
import { get, type RegisterOptions, useFormContext } from "react-hook-form";
import type { FieldPlaces } from "../ui/problem-note";

/** What the form knows of its fields beyond their values. */
export type FormRegister = {
  /** Where each field stands, so that a problem can point at it. */
  places: FieldPlaces;
  /** Fields that are never kept in the browser. */
  secrets: Set<string>;
  /** Typed before the page could listen, while its script was on its way. */
  early: Map<string, unknown>;
  /** The words of what was chosen by searching, by field. */
  chosen: Record<string, unknown>;
};

export const FormRegisterContext = createContext<FormRegister | null>(null);

export function useFormRegister(): FormRegister {
  const register = useContext(FormRegisterContext);
  if (!register) throw new Error("A bound field stands inside a Form");
  return register;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One field of the form it stands in: its id, its error, and the props that bind a control to it. */
export function useBound(name: string, label: string, { secret = false } = {}) {
  const form = useFormContext();
  const { places, secrets, early } = useFormRegister();
  const id = useId();
  const seen = useRef(new WeakSet<Control>());
  const initial: unknown = get(form.formState.defaultValues, name);
  const { error } = form.getFieldState(name, form.formState);

  useEffect(() => {
    places[name] = { id, label };
    if (secret) secrets.add(name);
    return () => {
      delete places[name];
    };
  }, [places, secrets, name, id, label, secret]);

  function bind(options?: RegisterOptions) {
    const { ref, ...rest } = form.register(name, options);
    return {
      ...rest,
      ref(control: Control | null) {
        if (control && !seen.current.has(control)) {
          seen.current.add(control);
          if (wasTouchedEarly(control)) early.set(name, heldBy(control));
        }
        ref(control);
      },
    };
  }

  return { id, initial, error: messageOf(error), bind };
}

/** A field's message; of a list, the first that any of its items has. */
export function messageOf(error: unknown): string | undefined {
  if (!error || typeof error !== "object") return undefined;
  if ("message" in error && typeof error.message === "string" && error.message) return error.message;
  if ("root" in error) return messageOf(error.root);
  return Array.isArray(error) ? messageOf(error.find(Boolean)) : undefined;
}

function wasTouchedEarly(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const sent = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(sent, 0);
  }
  if (control instanceof HTMLInputElement && control.type === "radio") {
    return control.checked && !control.defaultChecked;
  }
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    // One of a list tells nothing of the others.
    return !control.hasAttribute("value") && control.checked !== control.defaultChecked;
  }
  return control.value !== control.defaultValue;
}

function heldBy(control: Control): unknown {
  return control instanceof HTMLInputElement && control.type === "checkbox" ? control.checked : control.value;
}
