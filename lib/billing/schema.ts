import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { line } from "@/lib/core/text";
import { OrderPatient } from "@/lib/orders/schema";

const Instant = z.iso.datetime({ offset: true });
/** Integer minor units of the laboratory's currency (R23). */
const Amount = z.int().min(0).max(1_000_000_000_000).meta({ example: 5600 });
const Something = z
  .int()
  .min(1, "An amount is more than nothing.")
  .max(1_000_000_000_000)
  .meta({ example: 2000 });
const TaxRate = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,4})?$/, 'A tax rate is per cent, like "8.25".')
  .meta({ example: "8.25" });

export const InvoiceState = z.enum(["draft", "issued", "part_paid", "paid", "void"]);
export type InvoiceState = z.infer<typeof InvoiceState>;

export const paymentMethods = {
  cash: "Cash",
  card: "Card",
  transfer: "Transfer",
  insurer: "Insurer",
  other: "Other",
} as const;
export const PaymentMethod = z.enum(["cash", "card", "transfer", "insurer", "other"]);

/** A line as it is written: what it comes to follows. */
export const NewInvoiceLine = z
  .strictObject({
    orderItemId: Id.nullish(),
    description: line({ max: 300 }),
    quantity: z.int().min(1).max(10_000),
    unitPrice: Amount,
    discount: Amount.nullish(),
    discountReason: line({ max: 300 }).nullish(),
    taxRate: TaxRate.nullish(),
  })
  .refine((each) => !each.discount || each.discount <= each.quantity * each.unitPrice, {
    path: ["discount"],
    message: "A discount is at most what the line comes to.",
  })
  .refine((each) => !each.discount || each.discountReason, {
    path: ["discountReason"],
    message: "Say why there is a discount.",
  });
export type NewInvoiceLine = z.infer<typeof NewInvoiceLine>;

export const NewInvoice = z
  .strictObject({
    orderId: Id.optional(),
    billTo: line({ max: 300 }).optional(),
    lines: z.array(NewInvoiceLine).min(1).max(100).optional(),
  })
  .refine(
    (invoice) =>
      invoice.orderId !== undefined || (invoice.lines !== undefined && invoice.billTo !== undefined),
    {
      path: ["orderId"],
      message: "Name an order, or give lines and who they are billed to.",
    },
  );

export const ChangeInvoice = z.strictObject({
  billTo: line({ max: 300 }).optional(),
  lines: z.array(NewInvoiceLine).max(100).optional(),
});

export const NewPayment = z.strictObject({
  amount: Something,
  method: PaymentMethod,
  reference: line({ max: 100 }).nullish(),
});

export const NewRefund = z.strictObject({ amount: Something, reason: line({ max: 300 }) });

export const InvoiceReason = z.strictObject({ reason: line({ min: 3, max: 300 }) });

const InvoiceLine = z.object({
  id: Id,
  orderItemId: Id.nullable(),
  description: z.string(),
  quantity: z.int(),
  unitPrice: Amount,
  discount: Amount,
  discountReason: z.string().nullable(),
  taxRate: z.string().nullable(),
  net: Amount,
  tax: Amount,
  gross: Amount,
});

const Refund = z.object({
  id: Id,
  amount: Something,
  reason: z.string(),
  refundedAt: Instant,
  refundedBy: z.string(),
});

export const Payment = z.object({
  id: Id,
  amount: Something,
  method: PaymentMethod,
  reference: z.string().nullable(),
  receivedAt: Instant,
  receivedBy: z.string(),
  refunds: z.array(Refund),
});

export const InvoiceSummary = z.object({
  id: Id,
  version: z.int(),
  number: z.string().nullable(),
  state: InvoiceState,
  currency: z.string(),
  orderId: Id.nullable(),
  accessionNumber: z.string().nullable(),
  billTo: z.string(),
  net: Amount,
  tax: Amount,
  gross: Amount,
  paid: Amount,
  refunded: Amount,
  amountDue: Amount,
  issuedAt: Instant.nullable(),
  voidedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type InvoiceSummary = z.infer<typeof InvoiceSummary>;

export const Invoice = InvoiceSummary.extend({
  patient: OrderPatient.omit({ birthDate: true, birthDateEstimated: true, sex: true }).nullable(),
  lines: z.array(InvoiceLine),
  payments: z.array(Payment),
});
export type Invoice = z.infer<typeof Invoice>;

export const InvoiceRef = z.strictObject({ invoiceId: Id });
export const PaymentRef = z.strictObject({ paymentId: Id });
