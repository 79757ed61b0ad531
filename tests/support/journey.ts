import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { listDevices } from "@/lib/accounts/operations/list-devices";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { endEmailChange, openEmailChange } from "@/lib/accounts/repository.email-changes";
import { addPasskey } from "@/lib/accounts/repository.passkeys";
import { createProfile } from "@/lib/accounts/repository.providers";
import { recordSuspicion } from "@/lib/accounts/repository.suspicions";
import { issueInvoice } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { recordPayment } from "@/lib/billing/operations/record-payment";
import { addAnalyte } from "@/lib/catalogue/operations/add-analyte";
import { addPanel } from "@/lib/catalogue/operations/add-panel";
import { addReferenceInterval } from "@/lib/catalogue/operations/add-reference-interval";
import { addTest } from "@/lib/catalogue/operations/add-test";
import { setPrice } from "@/lib/catalogue/operations/set-price";
import { roleNames } from "@/lib/core/access";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { randomToken } from "@/lib/infra/secrets";
import { addProvider } from "@/lib/laboratories/operations/add-provider";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { releaseResult } from "@/lib/reports/operations/release-result";
import { amendResult } from "@/lib/results/operations/amend-result";
import { openResult } from "@/lib/results/operations/open-result";
import { recordCriticalNotification } from "@/lib/results/operations/record-critical-notification";
import { verifyResult } from "@/lib/results/operations/verify-result";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { requestTask } from "@/lib/tasks/operations/request-task";
import type { Lab, Member } from "./a";
import { aBench, type Bench, enter, resultOf, tubeOf, verify } from "./a-bench";
import { mailSentTo, resetLinkSentTo } from "./letters";
import { signIn } from "./signed-in";

/** Every name under which the API takes an id, a number or a code of a record, with one of this laboratory's. */
export type Slots = Record<SlotName, string>;

const slotNames = [
  ...[
    "accessionNumber",
    "accountId",
    "actorId",
    "analyteCode",
    "analyteId",
    "barcode",
    "changeId",
    "checkCode",
    "clinicianId",
    "code",
    "deviceId",
    "functionId",
  ],
  ...[
    "intervalId",
    "invitationId",
    "invoiceId",
    "itemId",
    "keyId",
    "laboratoryId",
    "mailId",
    "memberId",
    "number",
    "orderId",
    "orderItemId",
  ],
  ...[
    "panelCode",
    "panelId",
    "passkeyId",
    "patientId",
    "paymentId",
    "providerId",
    "recordId",
    "registrationId",
    "reportId",
    "resultId",
  ],
  ...["sampleId", "sessionId", "suspicionId", "taskId", "testCode", "testId", "token", "uid"],
] as const;
type SlotName = (typeof slotNames)[number];

/** A laboratory in which everything has happened once. */
export type Journey = {
  bench: Bench;
  lab: Lab;
  /** Holds every role but one person's two pairs of eyes: R15 still wants another for verification. */
  everyone: Member;
  /** An access token of theirs. */
  token: string;
  slots: Slots;
  /** The same, of an order that is still at work: its values are entered, its invoice is a draft. */
  open: Slots;
  /** A word that stands in each of this laboratory's texts and in nobody else's. */
  marker: string;
};

/**
 * One order from reception to paid invoice: placed, received, a critical value entered, verified, called,
 * released, amended and released again; invitations, a directory, a catalogue of its own.
 * @param marker one capitalised word.
 * @param options.after how many orders and invoices came before, so that two laboratories' numbers differ.
 */
export async function aJourney(marker: string, { after = 0 } = {}): Promise<Journey> {
  const bench = await aBench({ name: `${marker} Laboratory` });
  const { lab, tech, scientist, pathologist } = bench;
  const everyone = await lab.member([...roleNames], { name: `Eve ${marker}` });
  const spare = await lab.member("cashier", { name: `Spare ${marker}` });
  const own = await ownCatalogue(everyone, marker);
  const provider = await everyone.does(addProvider, { body: { firstName: "Grace", lastName: marker } });
  const invitation = await everyone.does(inviteMember, {
    body: { email: `new@${marker.toLowerCase()}.test`, roles: ["technician"] },
  });
  const patient = await everyone.does(registerPatient, {
    body: { familyName: marker, givenName: "William", birthDate: "1961-06-15", sex: "male" },
  });
  for (let each = 0; each < after; each += 1) {
    const { id } = await everyone.does(placeOrder, {
      body: { patientId: patient.id, items: [{ testCode: "CREA" }] },
    });
    await billed(everyone, id);
  }
  const items = [{ testCode: "K" }, { testCode: own.testCode }, { panelCode: own.panelCode }];
  const order = await everyone.does(placeOrder, {
    body: { patientId: patient.id, providerId: provider.id, items, clinicalNotes: `${marker} notes` },
  });
  for (const { id } of order.samples) {
    await tech.does(accessionSample, { params: { sampleId: id }, body: { collectionNotRecorded: true } });
  }
  const values = Object.fromEntries(order.results.map(({ analyteCode }) => [analyteCode, "7.9"]));
  await enter(tech, order, values);
  await verify(scientist, order);
  const critical = resultOf(order, "K");
  await tech.does(recordCriticalNotification, {
    params: { resultId: critical },
    body: {
      ...{
        notifiedAt: new Date().toISOString(),
        recipientName: `Nora ${marker}`,
        recipientRole: "Ward nurse",
      },
      ...{ method: "phone", outcome: "read_back" },
    },
  });
  await pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
  const resultId = await amended(bench, critical);
  const { report } = await pathologist.does(releaseResult, { params: { resultId }, body: {} });
  const { id: invoiceId, gross } = await billed(everyone, order.id);
  const invoice = await everyone.does(recordPayment, {
    params: { invoiceId },
    body: { amount: gross, method: "card", reference: "R1" },
  });
  const deviceId = await aDeviceOf(lab, everyone);
  const key = await everyone.does(createApiKey, { body: { name: `${marker} key`, scopes: ["order:read"] } });
  const session = await signIn(lab, everyone.email);
  const { access: token } = await signIn(lab, everyone.email);

  const working = await anOpenOrder(everyone, tech, items, {
    patientId: patient.id,
    providerId: provider.id,
  });
  const [item] = order.items;
  await lab.anonymous().does(requestPasswordReset, { body: { email: spare.email } });
  const task = await everyone.does(requestTask, { body: { type: "self_test" } });
  const slots = {
    ...(await resetLinkSentTo(spare.email)),
    ...{ functionId: "clean-up", taskId: task.id },
    ...{ deviceId, keyId: key.id, suspicionId: await aSuspicionOf(spare) },
    ...{ mailId: await mailSentTo(spare.email), changeId: await aFormerAddressOf(spare) },
    ...{ accessionNumber: order.accessionNumber, orderId: order.id, patientId: patient.id },
    ...{ accountId: spare.accountId, laboratoryId: lab.ref.id, passkeyId: await aPasskeyOf(everyone) },
    ...{ actorId: everyone.memberId, memberId: spare.memberId, sessionId: session.sessionId },
    ...{ analyteCode: own.analyteCode, analyteId: own.analyteId, intervalId: own.intervalId },
    ...{ testCode: own.testCode, code: own.testCode, testId: own.testId },
    ...{ panelCode: own.panelCode, panelId: own.panelId },
    ...{ itemId: item?.id ?? "", orderItemId: item?.id ?? "", providerId: provider.id },
    ...{ sampleId: order.results.find(({ id }) => id === critical)?.sampleId ?? tubeOf(order), resultId },
    ...{ barcode: order.samples[0]?.barcode ?? "", recordId: order.id, reportId: report.id },
    ...{ checkCode: report.checkCode, invitationId: invitation.id, registrationId: newId() },
    ...{ clinicianId: await aPracticeOf(everyone) },
    ...{ invoiceId: invoice.id, number: invoice.number ?? "", paymentId: invoice.payments[0]?.id ?? "" },
  };
  return { bench, lab, everyone, token, marker, slots, open: { ...slots, ...working } };
}

/** A program that they sign in from, beside those of the story. */
async function aDeviceOf(lab: Lab, person: Member): Promise<string> {
  await signIn(lab, person.email);
  const { data } = await person.does(listDevices);
  return data[0]?.id ?? "";
}

function aSuspicionOf({ actor, accountId }: Member): Promise<string> {
  const evidence = { people: 12, attempts: 14, minutes: 10 };
  return inPlatform({ laboratoryId: null, accountId }, (db) =>
    recordSuspicion(db, now(), actor, { kind: "many_accounts", accountId, evidence, answer: "notice_sent" }),
  );
}

/** A change of address that came true, some time ago. */
function aFormerAddressOf({ actor, accountId, email }: Member): Promise<string> {
  return inPlatform({ laboratoryId: null, accountId }, async (db) => {
    const account = { id: accountId, email: `former-${email}` };
    const tokens = { old: randomToken(), new: randomToken() };
    const asked = { account, from: actor.from, newEmail: email, newEmailKey: email, tokens };
    const { id } = await openEmailChange(db, now(), asked);
    await endEmailChange(db, now(), id, "done");
    return id;
  });
}

async function anOpenOrder(everyone: Member, tech: Member, items: object[], who: object) {
  const order = await everyone.does(placeOrder, { body: { ...who, items } });
  for (const { id } of order.samples) {
    await tech.does(accessionSample, { params: { sampleId: id }, body: { collectionNotRecorded: true } });
  }
  await enter(tech, order, Object.fromEntries(order.results.map(({ analyteCode }) => [analyteCode, "5.1"])));
  const { data } = await everyone.does(listInvoices, { query: { orderId: order.id } });
  const [itemId = "", resultId = ""] = [order.items[0]?.id, order.results[0]?.id];
  return {
    ...{
      orderId: order.id,
      itemId,
      orderItemId: itemId,
      resultId,
      sampleId: order.results[0]?.sampleId ?? "",
    },
    ...{ accessionNumber: order.accessionNumber, invoiceId: data[0]?.id ?? "" },
  };
}

/** What somebody told about their practice: their own account's id names it. */
async function aPracticeOf({ accountId }: Member): Promise<string> {
  return await inPlatform({ laboratoryId: null, accountId }, async (db) => {
    const row = await createProfile(db, now(), accountId, { specialization: "pathology" });
    return row.accountId;
  });
}

/** Codes that only this laboratory has. */
async function ownCatalogue(everyone: Member, marker: string) {
  const [analyteCode, testCode, panelCode] = ["A", "T", "P"].map((kind) => `${marker.toUpperCase()}${kind}`);
  if (!analyteCode || !testCode || !panelCode) throw new Error("Three kinds, three codes.");
  const section = "Chemistry";
  const analyte = await everyone.does(addAnalyte, {
    body: {
      code: analyteCode,
      name: `${marker} analyte`,
      section,
      kind: "numeric",
      unit: "mmol/L",
      decimals: 1,
    },
  });
  const interval = await everyone.does(addReferenceInterval, {
    params: { analyteId: analyte.id },
    body: { low: "1", high: "9" },
  });
  const test = await everyone.does(addTest, {
    body: {
      code: testCode,
      name: `${marker} test`,
      section,
      sampleType: "serum-gel",
      analytes: [analyteCode],
    },
  });
  const panel = await everyone.does(addPanel, {
    body: { code: panelCode, name: `${marker} panel`, tests: [testCode] },
  });
  for (const code of [testCode, panelCode]) {
    await everyone.does(setPrice, { params: { code }, body: { amount: 1250 } });
  }
  const [analyteId, intervalId, testId, panelId] = [analyte.id, interval.id, test.id, panel.id];
  return { analyteCode, testCode, panelCode, analyteId, intervalId, testId, panelId };
}

/** The amendment of a released result, verified by somebody else and ready for release. */
async function amended({ pathologist, scientist }: Bench, resultId: string): Promise<string> {
  const { version } = await pathologist.does(openResult, { params: { resultId } });
  const { id } = await pathologist.does(amendResult, {
    params: { resultId },
    body: { value: "7.8", reason: "Read off the wrong line" },
    ifMatch: version,
  });
  await scientist.does(verifyResult, { params: { resultId: id } });
  return id;
}

async function billed(cashier: Member, orderId: string) {
  const { data } = await cashier.does(listInvoices, { query: { orderId } });
  const [draft] = data;
  if (!draft) throw new Error("An order brings its draft with it.");
  return await cashier.does(issueInvoice, { params: { invoiceId: draft.id } });
}

/** A row that no authenticator has the key to: for where it is named, not proved. */
async function aPasskeyOf({ accountId, actor }: Member): Promise<string> {
  const made = {
    ...{ credentialId: randomToken(), publicKey: new Uint8Array(8), counter: 0n },
    ...{ transports: [], isBackedUp: false },
  };
  return await inPlatform({ laboratoryId: null, accountId }, async (db) => {
    const row = await addPasskey(db, now(), { accountId, host: actor.from.host, name: "Laptop", made });
    return row?.id ?? "";
  });
}
