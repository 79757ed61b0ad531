import { describe, expect, it } from "vitest";
import { invoiceContent } from "@/tests/support/paper-content";
import { InvoiceContent } from "./invoice-content";

describe("what an invoice says", () => {
  it("R23 is taken when it adds up", () => {
    expect(InvoiceContent.safeParse(invoiceContent()).success).toBe(true);
  });

  it("R23 is refused when a line, a total or what is due is off by one unit", () => {
    const invoice = invoiceContent();
    const [line, ...others] = invoice.lines;
    const wrong = [
      { ...invoice, amountDue: invoice.amountDue + 1 },
      { ...invoice, totals: { ...invoice.totals, tax: invoice.totals.tax - 1 } },
      { ...invoice, lines: [{ ...line, net: 2801 }, ...others] },
    ];
    for (const each of wrong) expect(InvoiceContent.safeParse(each).success).toBe(false);
  });

  it("is refused, not broken by, a line that cannot be", () => {
    const invoice = invoiceContent();
    const lines = invoice.lines.map((line) => ({ ...line, discount: 999_999 }));
    expect(InvoiceContent.safeParse({ ...invoice, lines }).success).toBe(false);
  });

  it("has nothing due when it is void", () => {
    const invoice = invoiceContent({ payments: [], state: "void", amountDue: 0 });
    expect(invoice.amountDue).toBe(0);
  });
});
