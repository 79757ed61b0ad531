import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, parseMoney } from "@/lib/core/money";
import { amountText, draftLines, draftTotals, emptyLine, readDraft } from "./draft-lines";

const line = { ...emptyLine("a"), description: "Lipid profile", unitPrice: "30.00" };

describe("the lines of a draft as they are typed", () => {
  it("reads money, quantity, discount and tax", () => {
    const typed = { ...line, quantity: "2", discount: "5", discountReason: "Agreed", taxRate: "8.25" };
    expect(readDraft([typed], "USD")).toEqual({
      errors: {},
      lines: [
        {
          orderItemId: null,
          description: "Lipid profile",
          quantity: 2,
          unitPrice: 3000,
          discount: 500,
          discountReason: "Agreed",
          taxRate: "8.25",
        },
      ],
    });
    expect(draftTotals([typed], "USD")).toEqual({ net: 5500, tax: 454, gross: 5954 });
  });

  it("says where each thing is wrong, by the path the server uses", () => {
    const { lines, errors } = readDraft([line, { ...line, unitPrice: "3,00", quantity: "0" }], "USD");
    expect(lines).toHaveLength(1);
    expect(Object.keys(errors).sort()).toEqual(["lines.1.quantity", "lines.1.unitPrice"]);
  });

  it("asks why there is a discount, and lets none exceed its line", () => {
    const { errors } = readDraft([{ ...line, discount: "31" }], "USD");
    expect(Object.keys(errors).sort()).toEqual(["lines.0.discount", "lines.0.discountReason"]);
  });

  it("comes to nothing certain while a line cannot be read", () => {
    expect(draftTotals([line, emptyLine("b")], "USD")).toBeNull();
  });

  it("counts a line whose description is still being typed", () => {
    expect(draftTotals([{ ...line, description: "" }], "USD")?.gross).toBe(3000);
  });

  it("writes any amount so that it reads back the same, with nothing between thousands", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.constantFrom("USD", "JPY", "KWD"),
        (amount, currency) => {
          const text = amountText(amount, currency);
          expect(text).toMatch(/^\d+(\.\d+)?$/);
          expect(parseMoney(text, currency)).toEqual({ ok: true, amount });
          expect(formatMoney(amount, currency)).toContain(currency);
        },
      ),
    );
  });

  it("shows an invoice's lines as they would be typed", () => {
    const [typed] = draftLines({
      currency: "USD",
      lines: [
        {
          id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10",
          orderItemId: null,
          description: "Visit",
          quantity: 1,
          unitPrice: 123456789,
          discount: 0,
          discountReason: null,
          taxRate: null,
          net: 123456789,
          tax: 0,
          gross: 123456789,
        },
      ],
    });
    expect(typed).toMatchObject({ unitPrice: "1234567.89", discount: "", taxRate: "", quantity: "1" });
  });
});
