import "server-only";
import { invoiceIssued as invoiceIssuedMail } from "@/emails/invoice-issued";
import type { Actor } from "@/lib/core/actor";
import { follow } from "@/lib/core/lifecycle";
import { displayName } from "@/lib/core/names";
import { Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { brandFor, compose } from "@/lib/infra/mail";
import { nextNumber } from "@/lib/infra/numbers";
import { operation } from "@/lib/infra/operation";
import { invoiceIssued } from "../events";
import { invoiceLifecycle } from "../lifecycle";
import { whyNotIssue } from "../policy";
import { presentInvoice } from "../presenter";
import { findInvoice, lockInvoice, moveInvoice, unpricedItems } from "../repository";
import { Invoice, InvoiceRef } from "../schema";

export const issueInvoice = operation({
  id: "invoices.issue",
  http: "POST /invoices/{invoiceId}/issue",
  summary: "Issue an invoice: it gets its number, and its lines never change again.",
  scope: "laboratory",
  permission: "invoice:manage",
  limit: "write",
  audit: "invoice.issued",
  input: { params: InvoiceRef },
  output: Invoice,
  fails: ["not_found", "illegal_move"],
  ifMatch: "optional",
  prepare: ({ actor }) => numbered(actor),
  async run({ db, actor, now, ifMatch, about, emit, mail }, { params }, { number, letter }) {
    const laboratoryId = actor.laboratory.id;
    const invoice = await lockInvoice(db, laboratoryId, params.invoiceId);
    checkVersion(invoice.version, ifMatch);
    const state = follow(invoiceLifecycle, invoice.state, "issue");
    const reason = whyNotIssue(presentInvoice(invoice), await unpricedItems(db, laboratoryId, invoice.id));
    if (reason) throw new Problem("illegal_move", reason);
    await moveInvoice(db, invoice, {
      state,
      number,
      issuedAt: now,
      issuedById: actor.member?.id ?? null,
      updatedAt: now,
      version: invoice.version + 1,
    });
    about({
      recordId: invoice.id,
      ...(invoice.orderId && { orderId: invoice.orderId }),
      details: { number },
    });
    emit(invoiceIssued({ invoiceId: invoice.id }));
    const patient = invoice.order?.patient;
    // An invoice to an employer or insurer is no news to the patient.
    const isTheirs = patient && invoice.billTo === displayName(patient);
    if (isTheirs && patient.email) mail({ ...letter, to: patient.email });
    return presentInvoice(await findInvoice(db, laboratoryId, invoice.id));
  },
});

/** The number it will have, and the letter that tells it to the patient, should an address be known. */
async function numbered(actor: Actor) {
  const sequence = actor.laboratory ? await nextNumber(actor.laboratory.id, "invoice") : 0;
  const number = `INV-${String(sequence).padStart(5, "0")}`;
  const letter = await compose(invoiceIssuedMail, { to: "", number, link: null }, brandFor(actor));
  return { number, letter };
}
