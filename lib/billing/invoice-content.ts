import { z } from "zod";
import { invoiceTotals, lineTotal, type Totals } from "@/lib/core/money";
import { LaboratoryOnPaper } from "@/lib/reports/content";

const Instant = z.iso.datetime({ offset: true });
/** Integer minor units of the invoice's currency (R23). */
const Amount = z.int();

export type InvoiceLineOnPaper = z.infer<typeof InvoiceLineOnPaper>;
export const InvoiceLineOnPaper = z.object({
  description: z.string(),
  quantity: z.int().nonnegative(),
  unitPrice: Amount,
  /** Taken off the whole line, zero or more. */
  discount: Amount.nonnegative().optional(),
  discountReason: z.string().optional(),
  /** Per cent, as a plain decimal: "19", "7.7". */
  taxRate: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
  net: Amount,
  tax: Amount,
  gross: Amount,
});

/** Money that came or went back. */
export type InvoiceMovement = z.infer<typeof InvoiceMovement>;
export const InvoiceMovement = z.object({
  kind: z.enum(["payment", "refund"]),
  at: Instant,
  amount: Amount.positive(),
  /** How it was paid: "card", "cash". */
  method: z.string().optional(),
  reference: z.string().optional(),
  /** Why it was given back. */
  reason: z.string().optional(),
});

/** What an invoice says when it is printed. One that does not add up to the last unit is refused (R23). */
export type InvoiceContent = z.infer<typeof InvoiceContent>;
export const InvoiceContent = z
  .object({
    laboratory: LaboratoryOnPaper,
    /** Absent while it is a draft. */
    number: z.string().optional(),
    state: z.enum(["draft", "issued", "part_paid", "paid", "void"]),
    voidReason: z.string().optional(),
    issuedAt: Instant.optional(),
    due: z.iso.date().optional(),
    /** The moment the payments below are told of. */
    printedAt: Instant,
    /** Who pays: the name, then what else belongs on the address. */
    billTo: z.array(z.string()).min(1),
    patient: z.object({ name: z.string(), mrn: z.string() }).optional(),
    accessionNumber: z.string().optional(),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/),
    lines: z.array(InvoiceLineOnPaper),
    totals: z.object({ net: Amount, tax: Amount, gross: Amount }),
    payments: z.array(InvoiceMovement),
    amountDue: Amount,
    demonstration: z.boolean(),
  })
  .superRefine((invoice, context) => {
    for (const [path, message] of whatDoesNotAddUp(invoice))
      context.addIssue({ code: "custom", path, message });
  });

type Sums = Pick<InvoiceContent, "lines" | "totals" | "payments" | "amountDue" | "state">;

function whatDoesNotAddUp({ lines, totals, payments, amountDue, state }: Sums) {
  const found: [path: (string | number)[], message: string][] = [];
  lines.forEach((line, index) => {
    if (!isSame(countedTotal(line), line)) {
      found.push([["lines", index], "Quantity, price, discount and tax do not make these amounts."]);
    }
  });
  if (!isSame(invoiceTotals(lines), totals))
    found.push([["totals"], "The lines do not add up to the totals."]);
  const held = payments.reduce((sum, { kind, amount }) => sum + (kind === "payment" ? amount : -amount), 0);
  if (amountDue !== (state === "void" ? 0 : totals.gross - held)) {
    found.push([["amountDue"], "What is due is not the total less what is held paid."]);
  }
  return found;
}

/** What a line comes to, or null for one that cannot be: a discount above its price. */
function countedTotal(line: InvoiceLineOnPaper): Totals | null {
  try {
    return lineTotal(line);
  } catch {
    return null;
  }
}

const isSame = (a: Totals | null, b: Totals) =>
  a !== null && a.net === b.net && a.tax === b.tax && a.gross === b.gross;
