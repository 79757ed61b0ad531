"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { TextField } from "@/components/forms/text-fields";
import type { Availability } from "@/lib/laboratories/schema";
import { addressNameOf } from "../address-name";

type AddressFieldProps = { name: string; source: string; rootDomain: string };

const WAIT_MS = 300;

/** The name in front of the laboratory's address: proposed from its name, and checked while it is typed. */
export function AddressField({ name, source, rootDomain }: AddressFieldProps) {
  const form = useFormContext();
  const slug = textOf(useWatch({ name }));
  const label = textOf(useWatch({ name: source }));
  const [proposed, propose] = useState("");
  const checked = useAvailability(slug.trim().toLowerCase());

  useEffect(() => {
    const now = addressNameOf(label);
    // Only what was proposed is replaced; what somebody typed stays.
    if (now === proposed || (slug !== "" && slug !== proposed)) return;
    propose(now);
    form.setValue(name, now, { shouldValidate: form.formState.isSubmitted });
  }, [label, slug, proposed, form, name]);

  return (
    <div className="grid gap-1">
      <TextField
        name={name}
        label="Name in its address"
        affix={`.${rootDomain}`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        size="large"
        help="It stays: it is printed on reports. Small letters, digits and hyphens."
      />
      <p role="status" className="min-h-5 text-xs">
        {checked && <Verdict checked={checked} host={`${checked.slug}.${rootDomain}`} />}
      </p>
    </div>
  );
}

function Verdict({ checked, host }: { checked: Availability; host: string }) {
  if (checked.available) {
    return (
      <span className="flex gap-1.5 text-ok">
        <CircleCheck aria-hidden="true" className="mt-px size-3.5 flex-none" />
        <span className="wrap-anywhere">{host} is free</span>
      </span>
    );
  }
  return (
    <span className="flex gap-1.5 font-medium text-danger">
      <TriangleAlert aria-hidden="true" className="mt-px size-3.5 flex-none" />
      <span className="wrap-anywhere">{checked.reason && words[checked.reason](host)}</span>
    </span>
  );
}

const words: Record<NonNullable<Availability["reason"]>, (host: string) => string> = {
  taken: (host) => `${host} is another laboratory's. Choose another name.`,
  reserved: (host) => `${host} is reserved. Choose another name.`,
  malformed: () => "Use 3 to 32 small letters, digits and single hyphens, a letter first and no hyphen last.",
};

/** Asked a moment after the last key; the answer to an older question is not shown. */
function useAvailability(slug: string): Availability | null {
  const [answer, setAnswer] = useState<Availability | null>(null);
  useEffect(() => {
    if (!slug) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const path = `/api/v1/laboratories/availability?slug=${encodeURIComponent(slug)}`;
        const response = await fetch(path, { signal: stop.signal });
        // The operation's own answer, at our own address.
        if (response.ok) setAnswer((await response.json()) as Availability);
      } catch {
        // Signing up asks again.
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug]);
  return answer?.slug === slug ? answer : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
