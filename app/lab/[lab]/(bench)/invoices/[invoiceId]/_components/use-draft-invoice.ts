"use client";

import { useEffect, useMemo, useState } from "react";
import { draftsOf } from "@/components/forms/draft";
import type { Invoice } from "@/lib/billing/schema";
import { localKey } from "../../../_components/local-key";
import { type DraftField, type DraftLine, draftLines, emptyLine } from "./draft-lines";

export type DraftInvoice = { billTo: string; lines: DraftLine[] };

/** What is typed on a draft, kept in this tab until it is saved, with the version it was begun on. */
export function useDraftInvoice(invoice: Invoice) {
  const drafts = useMemo(() => draftsOf(`invoice-${invoice.id}`), [invoice.id]);
  const [saved] = useState<DraftInvoice>(() => ({ billTo: invoice.billTo, lines: draftLines(invoice) }));
  const [draft, setDraft] = useState(saved);
  const [basis, setBasis] = useState(invoice.version);
  const [isRestored, setRestored] = useState(false);
  const isChanged = draft !== saved;

  useEffect(() => {
    const kept = drafts.read()?.values;
    if (!kept || typeof kept.billTo !== "string" || !Array.isArray(kept.lines)) return;
    // Only this hook writes under this key.
    setDraft({ billTo: kept.billTo, lines: kept.lines as DraftLine[] });
    if (typeof kept.basis === "number") setBasis(kept.basis);
    setRestored(true);
  }, [drafts]);

  function put(next: DraftInvoice) {
    setDraft(next);
    drafts.write({ values: { ...next, basis }, chosen: {} });
  }

  return {
    draft,
    isChanged,
    isRestored,
    /** The version the changes were made on: what is saved over must be that one. */
    basis,
    keepMine: (version: number) => setBasis(version),
    startOver() {
      drafts.forget();
      setDraft(saved);
      setBasis(invoice.version);
      setRestored(false);
    },
    forget: () => drafts.forget(),
    setBillTo: (billTo: string) => put({ ...draft, billTo }),
    setField: (key: string, field: DraftField, text: string) =>
      put({
        ...draft,
        lines: draft.lines.map((line) => (line.key === key ? { ...line, [field]: text } : line)),
      }),
    add: () => put({ ...draft, lines: [...draft.lines, emptyLine(localKey())] }),
    remove: (key: string) => put({ ...draft, lines: draft.lines.filter((line) => line.key !== key) }),
  };
}
