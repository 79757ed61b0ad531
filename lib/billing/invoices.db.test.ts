import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { anOrder, aPatient } from "@/tests/support/an-order";
import { lettersTo } from "@/tests/support/letters";
import { changeInvoice } from "./operations/change-invoice";
import { createInvoice } from "./operations/create-invoice";
import { issueInvoice } from "./operations/issue-invoice";
import { listInvoices } from "./operations/list-invoices";
import { openInvoice } from "./operations/open-invoice";
import { printInvoice } from "./operations/print-invoice";
import { recordPayment } from "./operations/record-payment";
import { refundPayment } from "./operations/refund-payment";
import { voidInvoice } from "./operations/void-invoice";

const lines = [
  { description: "Full blood count", quantity: 1, unitPrice: 2600, taxRate: "8.25" },
  {
    description: "Lipid profile",
    quantity: 2,
    unitPrice: 1500,
    discount: 500,
    discountReason: "Second tube free",
  },
];

async function draft(cashier: Member, own = lines) {
  return cashier.does(createInvoice, { body: { billTo: "Jones, William", lines: own } });
}

async function issued(cashier: Member, own = lines) {
  const { id } = await draft(cashier, own);
  return cashier.does(issueInvoice, { params: { invoiceId: id } });
}

/** As the role of the laboratory's own operations, by hand. */
function byHand(lab: Lab, sql: string, values: unknown[] = []) {
  return inLaboratory(lab.ref.id, null, async (db) => db.sql(sql, values));
}

describe("an invoice", () => {
  it("R23 adds up exactly, each line rounded once", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const invoice = await draft(cashier);
    expect(invoice).toMatchObject({
      state: "draft",
      net: 5100,
      tax: 215,
      gross: 5315,
      amountDue: 5315,
      number: null,
    });
    expect(invoice.lines.map((line) => line.gross)).toEqual([2815, 2500]);
  });

  it("M14 is issued with a number, part paid, paid, refunded, and its state follows", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id, number } = await issued(cashier);
    expect(number).toBe("INV-00001");
    const pay = (amount: number) =>
      cashier.does(recordPayment, { params: { invoiceId: id }, body: { amount, method: "card" } });
    expect(await pay(2000)).toMatchObject({ state: "part_paid", amountDue: 3315 });
    const paid = await pay(3315);
    expect(paid).toMatchObject({ state: "paid", amountDue: 0 });
    const paymentId = paid.payments[0]?.id;
    const refund = (amount: number) =>
      cashier.does(refundPayment, { params: { paymentId }, body: { amount, reason: "Paid twice" } });
    expect(await refund(500)).toMatchObject({ state: "part_paid", amountDue: 500 });
    await expect(refund(1501)).rejects.toMatchObject({ code: "validation_failed" });
    expect(await refund(1500)).toMatchObject({ refunded: 2000 });
  });

  it("R24 takes no payment beyond what is due, and none while it is a draft", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id } = await draft(cashier);
    const pay = (amount: number) =>
      cashier.does(recordPayment, { params: { invoiceId: id }, body: { amount, method: "cash" } });
    await expect(pay(100)).rejects.toMatchObject({ code: "illegal_move" });
    await cashier.does(issueInvoice, { params: { invoiceId: id } });
    await expect(pay(5316)).rejects.toMatchObject({
      code: "validation_failed",
      extras: { errors: { amount: [expect.stringContaining("53.15")] } },
    });
  });

  it("R24 cannot be overpaid by two people paying at once", async () => {
    const lab = await a.laboratory();
    const cashiers = await Promise.all([lab.member("cashier"), lab.member("cashier"), lab.member("cashier")]);
    const { id } = await issued(cashiers[0] ?? lab.administrator);
    const tries = await Promise.allSettled(
      cashiers.map((cashier) =>
        cashier.does(recordPayment, { params: { invoiceId: id }, body: { amount: 3000, method: "cash" } }),
      ),
    );
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });

  it("is paid once however often the same submission arrives", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id } = await issued(cashier);
    const submit = () =>
      cashier.does(recordPayment, {
        params: { invoiceId: id },
        body: { amount: 1000, method: "cash" },
        idempotencyKey: "one-click",
      });
    const first = await submit();
    expect(await submit()).toEqual(first);
    expect((await cashier.does(openInvoice, { params: { invoiceId: id } })).paid).toBe(1000);
    await expect(
      cashier.does(recordPayment, {
        params: { invoiceId: id },
        body: { amount: 2000, method: "cash" },
        idempotencyKey: "one-click",
      }),
    ).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("is changed only as a draft, and only in the version that was read", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id, version } = await draft(cashier);
    const change = (ifMatch: number | null) =>
      cashier.does(changeInvoice, { params: { invoiceId: id }, body: { lines: lines.slice(0, 1) }, ifMatch });
    await expect(change(null)).rejects.toMatchObject({ code: "precondition_required" });
    expect((await change(version)).lines).toHaveLength(1);
    await expect(change(version)).rejects.toMatchObject({ code: "precondition_failed" });
    const { version: last } = await cashier.does(issueInvoice, { params: { invoiceId: id } });
    await expect(change(last)).rejects.toMatchObject({ code: "illegal_move" });
  });

  it("is void only when nothing is held for it", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id } = await issued(cashier);
    const paid = await cashier.does(recordPayment, {
      params: { invoiceId: id },
      body: { amount: 100, method: "cash" },
    });
    const make = () =>
      cashier.does(voidInvoice, { params: { invoiceId: id }, body: { reason: "Wrong patient" } });
    await expect(make()).rejects.toMatchObject({ code: "illegal_move" });
    await cashier.does(refundPayment, {
      params: { paymentId: paid.payments[0]?.id },
      body: { amount: 100, reason: "Wrong patient" },
    });
    expect(await make()).toMatchObject({ state: "void", amountDue: 0 });
  });

  it("R24 is refused by the database to hand-written SQL", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id } = await issued(cashier);
    const invoice = [id];
    await expect(
      byHand(lab, "update invoice set gross = 1, net = 1, tax = 0 where id = $1", invoice),
    ).rejects.toThrow();
    await expect(
      byHand(lab, "update invoice_line set unit_price = 1 where invoice_id = $1", invoice),
    ).rejects.toThrow();
    await expect(byHand(lab, "delete from invoice_line where invoice_id = $1", invoice)).rejects.toThrow();
    await expect(byHand(lab, "update invoice set paid = 9999999 where id = $1", invoice)).rejects.toThrow();
    await expect(byHand(lab, "delete from invoice where id = $1", invoice)).rejects.toThrow(
      /permission denied/,
    );
    await cashier.does(recordPayment, { params: { invoiceId: id }, body: { amount: 100, method: "cash" } });
    await expect(byHand(lab, "update payment set amount = 1")).rejects.toThrow(/permission denied/);
    await byHand(lab, "update invoice set state = 'paid' where id = $1", invoice);
    expect((await cashier.does(openInvoice, { params: { invoiceId: id } })).state).toBe("part_paid");
  });

  it("R24 has only lines for items of orders of its own laboratory", async () => {
    const [lab, next] = await Promise.all([a.laboratory(), a.laboratory()]);
    const order = await anOrder(next);
    const { id: invoiceId } = await draft(await lab.member("cashier"));
    for (const item of [order.items[0]?.id, newId()]) {
      await expect(
        byHand(lab, "update invoice_line set order_item_id = $2 where invoice_id = $1", [invoiceId, item]),
      ).rejects.toMatchObject({ code: "23503" });
    }
  });

  it("S5 is nothing at all to the laboratory next door", async () => {
    const [lab, next] = await Promise.all([a.laboratory(), a.laboratory()]);
    const { id } = await issued(await lab.member("cashier"));
    const stranger = await next.member("cashier");
    await expect(stranger.does(openInvoice, { params: { invoiceId: id } })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await stranger.does(listInvoices)).data).toEqual([]);
  });

  it("M14 is a cashier's, and an auditor's to read", async () => {
    const lab = await a.laboratory();
    const { id } = await issued(await lab.member("cashier"));
    const auditor = await lab.member("auditor");
    expect((await auditor.does(openInvoice, { params: { invoiceId: id } })).id).toBe(id);
    const technician = await lab.member("technician");
    await expect(technician.does(openInvoice, { params: { invoiceId: id } })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      auditor.does(recordPayment, { params: { invoiceId: id }, body: { amount: 1, method: "cash" } }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is printed as a PDF", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const { id } = await issued(cashier);
    const bytes: unknown = await cashier.does(printInvoice, { params: { invoiceId: id } });
    expect(
      Buffer.from(bytes as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("pages through a list without losing or repeating one", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    for (let count = 0; count < 7; count += 1) await draft(cashier);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const listed = await cashier.does(listInvoices, { query: { limit: "3", ...(cursor && { cursor }) } });
      seen.push(...listed.data.map((each) => each.id));
      cursor = listed.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it("is found by its state, without looking at every other one", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const [{ id: waiting }, { id: owed }] = [await draft(cashier), await issued(cashier)];
    const idsOf = async (state: string) =>
      (await cashier.does(listInvoices, { query: { state } })).data.map(({ id }) => id);
    expect([await idsOf("draft"), await idsOf("issued"), await idsOf("paid")]).toEqual([
      [waiting],
      [owed],
      [],
    ]);
    for (const [state, index] of Object.entries({ draft: "invoice_draft", issued: "invoice_unpaid" })) {
      const plan = await inLaboratory(lab.ref.id, null, async (db) => {
        await db.sql("set local enable_seqscan = off");
        return db.sql<Record<string, string>>(
          `explain select id from invoice where laboratory_id = $1 and state = '${state}'
           order by created_at desc, id desc limit 26`,
          [lab.ref.id],
        );
      });
      expect(JSON.stringify(plan)).toContain(index);
    }
  });

  it("R23 R24 holds never more than it is worth, whatever is paid and refunded in whatever order", async () => {
    const lab = await a.laboratory();
    const cashier = await lab.member("cashier");
    const step = fc.record({
      kind: fc.constantFrom("pay", "refund"),
      amount: fc.integer({ min: 1, max: 4000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { id } = await issued(cashier);
        let paid = 0;
        let refunded = 0;
        for (const { kind, amount } of steps) {
          const now = await cashier.does(openInvoice, { params: { invoiceId: id } });
          const payment = now.payments.find((each) => each.refunds.length === 0);
          const done = await (kind === "pay"
            ? cashier.does(recordPayment, { params: { invoiceId: id }, body: { amount, method: "cash" } })
            : cashier.does(refundPayment, {
                params: { paymentId: payment?.id },
                body: { amount, reason: "Back" },
              })
          ).catch(() => null);
          if (done && kind === "pay") paid += amount;
          if (done && kind === "refund") refunded += amount;
        }
        const end = await cashier.does(openInvoice, { params: { invoiceId: id } });
        expect(end).toMatchObject({ paid, refunded, amountDue: end.gross - paid + refunded });
        expect(end.paid - end.refunded).toBeLessThanOrEqual(end.gross);
        expect(end.state).toBe(
          paid === refunded ? "issued" : paid - refunded === end.gross ? "paid" : "part_paid",
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe("an invoice that is issued", () => {
  async function ofAPatient(email: string | null, billTo?: string) {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const cashier = await lab.member("cashier");
    const patient = await aPatient(lab);
    await inLaboratory(lab.ref.id, null, async (db) => {
      await db.patient.updateMany({ where: { id: patient.id }, data: { email } });
    });
    const order = await anOrder(lab, { patientId: patient.id });
    const { data } = await cashier.does(listInvoices, { query: { orderId: order.id } });
    const [drafted] = data;
    const invoiceId = drafted?.id ?? "";
    if (billTo) {
      const ifMatch = drafted?.version ?? 0;
      await cashier.does(changeInvoice, { params: { invoiceId }, body: { lines, billTo }, ifMatch });
    }
    return await cashier.does(issueInvoice, { params: { invoiceId } });
  }

  it("is announced to its patient by its number, and by nothing that was done", async () => {
    const { number } = await ofAPatient("william@invoice.test");
    const [letter, ...more] = await lettersTo("william@invoice.test");
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      template: "invoice-issued",
      subject: `Invoice ${number} from Harbour Laboratory`,
    });
    expect(`${letter?.text} ${letter?.html}`).not.toMatch(/creatinine|blood|jones|william/i);
  });

  it("is not announced to a patient when somebody else is to pay it", async () => {
    await ofAPatient("employed@invoice.test", "Harbour Shipping Ltd");
    expect(await lettersTo("employed@invoice.test")).toEqual([]);
  });
});
