"use client";

import type { Option } from "@/components/ui/use-options";
import { findAnalytes, findTests } from "../actions";

type Found = { code: string; name: string; section: string };
type Answer = { ok: true; value: { data: Found[] } } | { ok: false };

export async function analyteOptions(query: string): Promise<Option[]> {
  return optionsOf(await findAnalytes({ query: asked(query) }));
}

export async function testOptions(query: string): Promise<Option[]> {
  return optionsOf(await findTests({ query: asked(query) }));
}

function asked(query: string) {
  return { limit: "20", ...(query && { q: query }) };
}

function optionsOf(answer: Answer): Option[] {
  if (!answer.ok) throw new Error("The search did not work.");
  return answer.value.data.map(({ code, name, section }) => ({
    value: code,
    label: name,
    detail: `${code} · ${section}`,
  }));
}
