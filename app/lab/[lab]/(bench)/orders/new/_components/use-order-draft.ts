"use client";

import { useEffect, useMemo, useState } from "react";
import { draftsOf } from "@/components/forms/draft";
import type { Option } from "@/components/ui/use-options";
import type { OrderPatient, Priority } from "@/lib/orders/schema";
import type { OrderableItem } from "@/lib/orders/schema.ordering";

/** Yes, no, or nobody said: three answers, not two. */
export type Said = "unsaid" | "yes" | "no";

export type OrderDraft = {
  patient: OrderPatient | null;
  items: OrderableItem[];
  provider: Option | null;
  priority: Priority;
  fasting: Said;
  pregnant: Said;
  notes: string;
};

const EMPTY: OrderDraft = {
  patient: null,
  items: [],
  provider: null,
  priority: "routine",
  fasting: "unsaid",
  pregnant: "unsaid",
  notes: "",
};

/**
 * The order as it is being put together, kept in this tab until it is placed. What was begun for another patient
 * is not brought back to this one's page.
 */
export function useOrderDraft(patient: OrderPatient | null) {
  const drafts = useMemo(() => draftsOf("order-new"), []);
  const [draft, setDraft] = useState<OrderDraft>({ ...EMPTY, patient });

  useEffect(() => {
    // Only this hook writes under this key.
    const kept = drafts.read()?.values as OrderDraft | undefined;
    if (!kept || !Array.isArray(kept.items)) return;
    if (patient && kept.patient?.id !== patient.id) return;
    setDraft({ ...EMPTY, ...kept, patient: patient ?? kept.patient });
  }, [drafts, patient]);

  return {
    draft,
    change(part: Partial<OrderDraft>) {
      const next = { ...draft, ...part };
      setDraft(next);
      drafts.write({ values: { ...next }, chosen: {} });
    },
    startOver(patient: OrderPatient | null = null) {
      setDraft({ ...EMPTY, patient });
      drafts.forget();
    },
    forget: () => drafts.forget(),
  };
}

/** The body of the order, as the operation takes it. */
export function placementOf({ patient, items, provider, priority, fasting, pregnant, notes }: OrderDraft) {
  return {
    patientId: patient?.id,
    items: items.map(({ kind, code }) => (kind === "panel" ? { panelCode: code } : { testCode: code })),
    ...(provider && { providerId: provider.value }),
    priority,
    ...(fasting !== "unsaid" && { fasting: fasting === "yes" }),
    ...(pregnant !== "unsaid" && patient?.sex !== "male" && { pregnant: pregnant === "yes" }),
    ...(notes.trim() && { clinicalNotes: notes.trim() }),
  };
}
