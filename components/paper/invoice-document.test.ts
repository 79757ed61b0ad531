import { describe, expect, it } from "vitest";
import type { InvoiceContent } from "@/lib/billing/invoice-content";
import { renderPdf } from "@/lib/infra/pdf";
import { invoiceContent, invoiceLine } from "@/tests/support/paper-content";
import { pdfText } from "@/tests/support/pdf";
import { InvoiceDocument } from "./invoice-document";

const printed = async (over: Partial<InvoiceContent> = {}) =>
  pdfText(await renderPdf(InvoiceDocument, invoiceContent(over)));

describe("an invoice on paper", { timeout: 30_000 }, () => {
  it("says who bills whom for what", async () => {
    const [page = ""] = await printed();
    for (const part of [
      "Invoice 2026-00017",
      "PART PAID",
      "Acme Health Insurance",
      "1 Payer Plaza",
      "JONES, William",
      "261120-00042",
      "20 Dec 2026",
      "Amounts in USD",
      "Page 1 of 1",
      "DEMONSTRATION",
    ]) {
      expect(page).toContain(part);
    }
  });

  it("R23 adds up before the reader's eyes", async () => {
    const [page = ""] = await printed();
    expect(page).toMatch(/Full blood count with differential\s+1\s+28\.00\s+28\.00\s+0\.00\s+28\.00/);
    expect(page).toMatch(/Lipid profile\s+1\s+36\.00\s+−6\.00\s+30\.00\s+2\.48\s+32\.48/);
    expect(page).toContain("Discount: price list of 2025 · Tax 8.25 %");
    expect(page).toMatch(/Home collection\s+2\s+15\.00\s+30\.00\s+2\.48\s+32\.48/);
    expect(page).toMatch(/Total\s+88\.00\s+4\.96\s+92\.96/);
    expect(page).toMatch(/Paid 20 Nov 2026, 11:00, by card, reference 4242\s+−50\.00/);
    expect(page).toMatch(/Refunded 20 Nov 2026, 12:00, charged twice\s+10\.00/);
    expect(page).toMatch(/Amount due\s+USD 52\.96/);
  });

  it("prints a currency without minor units as it is counted", async () => {
    const lines = [invoiceLine("Full blood count", { quantity: 1, unitPrice: 123456 })];
    const totals = { net: 123456, tax: 0, gross: 123456 };
    const [page = ""] = await printed({ currency: "JPY", lines, totals, payments: [], amountDue: 123456 });
    expect(page).toMatch(/Amount due\s+JPY 123 456/);
  });

  it("says that a draft is none yet, and that nothing is due on a void one", async () => {
    const { number: _, issuedAt: __, ...draft } = invoiceContent({ state: "draft" });
    const [page = ""] = await pdfText(await renderPdf(InvoiceDocument, draft));
    expect(page).toContain("Draft of an invoice");
    expect(page).toContain("not issued");
    const [gone = ""] = await printed({
      state: "void",
      voidReason: "Ordered twice.",
      payments: [],
      amountDue: 0,
    });
    expect(gone).toContain("This invoice is void and nothing is due on it. Ordered twice.");
    expect(gone).toMatch(/Void\s+−92\.96/);
    expect(gone).toMatch(/Amount due\s+USD 0\.00/);
  });

  it("goes on over pages with the heads of its columns", async () => {
    const lines = Array.from({ length: 80 }, (_, index) =>
      invoiceLine(`Test ${index + 1}`, { quantity: 1, unitPrice: 100 }),
    );
    const totals = { net: 8000, tax: 0, gross: 8000 };
    const pages = await printed({ lines, totals, payments: [], amountDue: 8000 });
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      if (/Test \d/.test(page)) expect(page).toContain("Unit price");
    });
    expect(pages.join("\n").match(/Test \d+ 1 /g)).toHaveLength(80);
  });
});
