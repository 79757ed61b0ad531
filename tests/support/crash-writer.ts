import type { RawInput } from "@/lib/api/input";
import { perform } from "@/lib/api/perform";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import type { LabActor } from "@/lib/core/actor";
import type { AnswerOf, AnyOperation } from "@/lib/infra/operation";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { enterResults } from "@/lib/results/operations/enter-results";
import { verifyResults } from "@/lib/results/operations/verify-results";
import { accessionSample } from "@/lib/samples/operations/accession-samples";

/*
 * A server reduced to its operations, to be killed: it waits to be told who works, then writes as fast as it
 * can and says what was answered, each only after `perform` answered it.
 */

export type Crew = Record<"reception" | "tech" | "scientist" | "cashier", LabActor>;

/** One write that was answered: what of it has to be there for ever. */
export type Acknowledged =
  | { kind: "patient"; id: string }
  | { kind: "order"; id: string; accessionNumber: string; items: number; samples: number; results: number }
  | { kind: "arrival"; id: string }
  | { kind: "values"; id: string; results: { id: string; value: string }[] }
  | { kind: "verification"; id: string; results: string[] }
  | { kind: "invoice"; id: string; number: string }
  | { kind: "payment"; id: string; amount: number };

const writers = 8;

function say(what: Acknowledged): void {
  process.send?.(what);
}

async function does<Op extends AnyOperation>(
  actor: LabActor,
  op: Op,
  input: RawInput,
): Promise<AnswerOf<Op>> {
  const { body } = await perform(op, actor, input);
  // What perform answers with has this operation's own output shape.
  return body as AnswerOf<Op>;
}

async function work(crew: Crew, number: number): Promise<void> {
  for (let round = 0; ; round += 1) await oneOrder(crew, `Writer ${number} ${process.pid} ${round}`);
}

async function oneOrder({ reception, tech, scientist, cashier }: Crew, familyName: string): Promise<void> {
  const patient = await does(reception, registerPatient, {
    body: { familyName, sex: "unknown", acceptDuplicate: true },
  });
  say({ kind: "patient", id: patient.id });
  const order = await does(reception, placeOrder, {
    body: { patientId: patient.id, items: [{ testCode: "CREA" }, { testCode: "K" }, { testCode: "FBC" }] },
  });
  const { id, accessionNumber, items, samples, results } = order;
  say({
    ...{ kind: "order", id, accessionNumber },
    ...{ items: items.length, samples: samples.length, results: results.length },
  });

  const sampleId = samples[0]?.id ?? "";
  const here = results.filter((each) => each.sampleId === sampleId);
  await does(tech, accessionSample, { params: { sampleId }, body: { collectionNotRecorded: true } });
  say({ kind: "arrival", id: sampleId });
  const values = here.map(({ analyteCode }) => ({ analyteCode, value: "4.1" }));
  const entered = await does(tech, enterResults, { params: { sampleId }, body: { results: values } });
  say({
    ...{ kind: "values", id: sampleId },
    results: entered.results.map((each) => ({ id: each.id, value: each.value ?? "" })),
  });
  const verified = await does(scientist, verifyResults, { params: { sampleId }, body: {} });
  say({ kind: "verification", id: sampleId, results: verified.results.map((each) => each.id) });

  const { data } = await does(cashier, listInvoices, { query: { orderId: id } });
  const invoiceId = data[0]?.id ?? "";
  const invoice = await does(cashier, issueInvoice, { params: { invoiceId } });
  say({ kind: "invoice", id: invoiceId, number: invoice.number ?? "" });
  const paid = await does(cashier, recordPayment, {
    params: { invoiceId },
    body: { amount: invoice.gross, method: "cash" },
  });
  say({ kind: "payment", id: paid.payments[0]?.id ?? "", amount: invoice.gross });
}

process.once("message", (crew: Crew) => {
  for (let number = 1; number <= writers; number += 1) {
    work(crew, number).catch((error) => process.send?.({ failure: String(error) }));
  }
});
process.send?.("ready");
