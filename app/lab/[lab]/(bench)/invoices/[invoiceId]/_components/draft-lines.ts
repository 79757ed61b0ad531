import type { Invoice, NewInvoiceLine } from "@/lib/billing/schema";
import { formatMoney, invoiceTotals, lineTotal, parseMoney, type Totals } from "@/lib/core/money";

/** A line as it is being typed: everything is text until it is read. */
export type DraftLine = {
  /** Names the line while it has no place of its own yet. */
  key: string;
  orderItemId: string | null;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  discountReason: string;
  taxRate: string;
};

export type DraftField = Exclude<keyof DraftLine, "key" | "orderItemId">;

/** What is wrong, by path as the server writes it: "lines.0.unitPrice". */
export type DraftErrors = Record<string, string>;

export type ReadDraft = { lines: NewInvoiceLine[]; errors: DraftErrors };

export function draftLines({ lines, currency }: Pick<Invoice, "lines" | "currency">): DraftLine[] {
  return lines.map((line) => ({
    key: line.id,
    orderItemId: line.orderItemId,
    description: line.description,
    quantity: String(line.quantity),
    unitPrice: amountText(line.unitPrice, currency),
    discount: line.discount ? amountText(line.discount, currency) : "",
    discountReason: line.discountReason ?? "",
    taxRate: line.taxRate ?? "",
  }));
}

export function emptyLine(key: string): DraftLine {
  return {
    key,
    orderItemId: null,
    description: "",
    quantity: "1",
    unitPrice: "",
    discount: "",
    discountReason: "",
    taxRate: "",
  };
}

/** Reads all lines; those that cannot be read are missing from `lines` and named in `errors`. */
export function readDraft(draft: readonly DraftLine[], currency: string): ReadDraft {
  const errors: DraftErrors = {};
  const lines = draft.flatMap((line, index) => {
    const read = readLine(line, currency);
    for (const [field, message] of Object.entries(read.errors)) errors[`lines.${index}.${field}`] = message;
    return read.line ? [read.line] : [];
  });
  return { lines, errors };
}

/** What a line comes to as it stands, null while it cannot be read. */
export function draftTotal(line: DraftLine, currency: string): Totals | null {
  const { line: read } = readLine({ ...line, description: line.description || "–" }, currency);
  return read ? lineTotal(read) : null;
}

/** What the invoice would come to, null while a line cannot be read. */
export function draftTotals(draft: readonly DraftLine[], currency: string): Totals | null {
  const totals = draft.map((line) => draftTotal(line, currency));
  return totals.every((each) => each !== null) ? invoiceTotals(totals) : null;
}

/** An amount as it stands in a field: no currency, nothing between thousands. */
export function amountText(amount: number, currency: string): string {
  return formatMoney(amount, currency)
    .slice(currency.length)
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace("−", "-");
}

type LineErrors = Partial<Record<DraftField, string>>;

function readLine(draft: DraftLine, currency: string): { line: NewInvoiceLine | null; errors: LineErrors } {
  const errors: LineErrors = {};
  const description = draft.description.trim();
  if (!description) errors.description = "Say what this is charged for.";
  const quantity = Number(draft.quantity);
  if (!/^\d{1,5}$/.test(draft.quantity.trim()) || quantity < 1 || quantity > 10_000) {
    errors.quantity = "Write a whole number from 1 on.";
  }
  const unitPrice = readAmount("unitPrice", draft.unitPrice, currency, errors);
  const discount = draft.discount.trim() ? readAmount("discount", draft.discount, currency, errors) : 0;
  const discountReason = draft.discountReason.trim();
  if (discount > 0 && !discountReason) errors.discountReason = "Say why there is a discount.";
  if (!errors.quantity && !errors.unitPrice && discount > quantity * unitPrice) {
    errors.discount = "A discount is at most what the line comes to.";
  }
  const taxRate = draft.taxRate.trim();
  if (taxRate && !/^\d{1,2}(\.\d{1,4})?$/.test(taxRate)) {
    errors.taxRate = "Write per cent with a point, as in 8.25.";
  }
  if (Object.keys(errors).length > 0) return { line: null, errors };
  const line = {
    orderItemId: draft.orderItemId,
    description,
    quantity,
    unitPrice,
    discount: discount || null,
    discountReason: discount > 0 ? discountReason : null,
    taxRate: taxRate || null,
  };
  return { line, errors };
}

function readAmount(field: DraftField, text: string, currency: string, errors: LineErrors): number {
  const money = parseMoney(text, currency);
  if (!money.ok) {
    errors[field] = money.reason;
    return 0;
  }
  if (money.amount < 0) errors[field] = "An amount on a line is not negative.";
  return money.amount;
}
