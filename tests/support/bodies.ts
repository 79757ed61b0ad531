import type { AnyOperation } from "@/lib/infra/operation";
import type { Slots } from "./journey";

type Body = Record<string, unknown>;

const reason = { reason: "Asked for by the ward" };
const line = { description: "Courier", quantity: 1, unitPrice: 500 };
const limits = { limits: [{ low: "1", high: "99" }] };
const name = { firstName: "Grace", lastName: "Hopper" };
const password = "Quiet-Lantern-58";
/** One pixel, as PNG. */
const image =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const newPasswords = { newPassword: "Plain-Harbour-93", newPasswordConfirm: "Plain-Harbour-93" };
const passkeyProof = {
  ...{
    credentialId: "bWFkZQ",
    clientDataJson: "e30",
    authenticatorData: "AAAA",
    signature: "AAAA",
    userHandle: "x",
  },
};
const noId = "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10";
const patient = {
  ...{ email: "ada@north.test", password, passwordConfirm: password, ...name, username: "grace.hopper" },
  ...{ phoneNumber: "+442079460958", birthDate: "1961-06-15", isPregnant: false },
};
const clinician = {
  ...{ email: "ada@north.test", password, confirmPassword: password, ...name, phoneNumber: "+442079460958" },
  ...{ specialization: "cardiology", licenseNumber: "MD123456789", yearsOfExperience: 10 },
  clinicAddress: { street: "123 Medical Center Dr", city: "New York", state: "NY", zip: "10001" },
};
const instant = "2026-01-20T08:15:00Z";

/** A valid body of every operation that takes one, with an id at every place that can hold one. */
const bodies: Record<string, (own: Slots) => Body | Body[]> = {
  "auth.login": () => ({ identifier: "nobody@lims.test", password }),
  "auth.refresh": () => ({ refresh: "x".repeat(43) }),
  "users.changeMe": () => ({ phone: "+442079460958", timeZone: "Europe/London" }),
  "users.setAvatar": () => ({ image }),
  "laboratory.setLogo": () => ({ image }),
  "auth.validateToken": () => ({ token: "x".repeat(43) }),
  "operator.reviewSuspicion": () => ({ note: "A colleague on the train." }),
  "apiKeys.create": () => ({ name: "Booking", scopes: ["patient:read"], expiresInDays: 30 }),
  "apiKeys.rotate": () => ({ overlapHours: 1, expiresInDays: 30 }),
  "auth.logout": () => ({}),
  "auth.logoutAll": () => ({}),
  "auth.requestPasswordReset": () => ({ email: "nobody@lims.test" }),
  "auth.forgotPassword": () => ({ email: "nobody@lims.test" }),
  "auth.resetByLink": () => ({ uid: noId, token: "x".repeat(43), ...newPasswords }),
  "auth.resetByCode": () => ({ email: "nobody@lims.test", code: "123456", ...newPasswords }),
  "auth.confirmEmailChange": () => ({ token: "x".repeat(43) }),
  "auth.withdrawEmailChange": () => ({ token: "x".repeat(43) }),
  "auth.reportNotMe": () => ({ token: "x".repeat(43) }),
  "auth.verifySecondStep": () => [
    { mfaToken: "x".repeat(43), code: "123456" },
    { mfaToken: "x".repeat(43), passkey: passkeyProof },
  ],
  "auth.askPasskeyForSecondStep": () => ({ mfaToken: "x".repeat(43) }),
  "auth.askPasskey": () => ({}),
  "auth.loginWithPasskey": () => passkeyProof,
  "auth.askPasskeyToConfirm": () => ({}),
  "auth.reauthenticate": () => [{ password, code: "123456" }, { passkey: passkeyProof }],
  "users.confirmTotp": () => ({ code: "123456" }),
  "users.addPasskey": () => ({
    ...{ name: "Laptop", credentialId: "bWFkZQ", clientDataJson: "e30", attestationObject: "oA" },
    transports: ["internal"],
  }),
  "users.renamePasskey": () => ({ name: "Old laptop" }),
  "users.changePassword": () => ({ currentPassword: password, ...newPasswords }),
  "users.changeEmail": () => ({ newEmail: "new@lims.test", currentPassword: password }),
  "auth.register": () => patient,
  "auth.registerAsPatient": () => patient,
  "auth.registerAsProvider": () => clinician,
  "auth.registerAsDoctor": () => clinician,
  "auth.registerAsStaff": () => ({ invitation: "x".repeat(43), ...name, password }),
  "provider.register": () => clinician,
  "users.registerPractice": () => ({ specialization: "cardiology", licenseNumber: "MD123456789" }),
  "provider.change": () => ({ yearsOfExperience: 11, clinicAddress: clinician.clinicAddress }),
  "auth.verifyOtp": () => ({ email: "ada@north.test", code: "123456", purpose: "registration" }),
  "auth.verifyEmail": () => ({ token: "x".repeat(43) }),
  "auth.resendVerification": () => ({ email: "ada@north.test" }),
  "provider.resendVerification": () => ({ email: "ada@north.test" }),
  "provider.verifyEmail": () => ({ email: "ada@north.test", code: "123456" }),
  "auth.requestOtp": () => ({ email: "ada@north.test" }),
  "auth.verifyOtpLogin": () => ({ email: "ada@north.test", code: "123456" }),
  "auth.generateOtp": () => ({ email: "ada@north.test", purpose: "login" }),
  "preRegistrations.ask": () => ({ email: "ada@north.test" }),
  "preRegistrations.confirm": () => ({ token: "x".repeat(43) }),
  "operator.resendPendingRegistration": () => ({}),
  "operator.verifyProvider": () => ({}),
  "operator.rejectProvider": () => reason,
  "operator.tellPreRegistrations": () => ({}),
  "users.foundLaboratory": () => ({
    ...{ name: "North Laboratory", slug: "north-own", timeZone: "Europe/London", currency: "GBP" },
  }),
  "laboratories.resendCode": () => ({ registrationId: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" }),
  "laboratories.signUp": () => ({
    ...{ name: "North Laboratory", slug: "north-lab", timeZone: "Europe/London", currency: "GBP" },
    admin: { email: "ada@north.test", password, ...name },
  }),
  "laboratories.confirm": () => ({ registrationId: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10", code: "123456" }),
  "laboratory.change": () => ({
    phone: "+44 20 7946 0001",
    addressLines: ["1 High Street"],
    idleLockMinutes: 5,
  }),
  "members.change": () => ({ roles: ["cashier"] }),
  "invitations.create": ({ providerId }) => ({ email: "two@clinic.test", roles: ["provider"], providerId }),
  "invitations.accept": () => ({ token: "x".repeat(43), ...name, password }),
  "providers.add": () => name,
  "providers.change": () => ({ phone: "+44 20 7946 0002" }),
  "tests.add": ({ analyteCode }) => ({
    ...{ code: "NEWTEST", name: "New test", section: "Chemistry", sampleType: "serum-gel" },
    analytes: [analyteCode],
  }),
  "tests.change": ({ analyteCode }) => ({ name: "Changed test", analytes: [analyteCode] }),
  "panels.add": ({ testCode }) => ({ code: "NEWPANEL", name: "New panel", tests: [testCode] }),
  "panels.change": ({ testCode }) => ({ name: "Changed panel", tests: [testCode] }),
  "analytes.add": () => ({ code: "NEWANALYTE", name: "New analyte", section: "Chemistry", kind: "text" }),
  "analytes.change": () => ({ name: "Changed analyte" }),
  "reference-intervals.add": () => ({ sex: "female", low: "2", high: "8" }),
  "critical-limits.set": () => limits,
  "prices.set": () => ({ amount: 1300 }),
  "patients.register": () => ({ familyName: "Okafor", sex: "female", birthDate: "1990-02-28" }),
  "patients.correct": () => ({ givenName: "Bill" }),
  "orders.cancelItem": () => reason,
  "orders.cancel": () => reason,
  "orders.change": ({ providerId }) => ({ providerId, clinicalNotes: "Fasting since midnight" }),
  "orders.place": ({ patientId, providerId, testCode, panelCode }) => ({
    ...{ patientId, providerId, items: [{ testCode }, { panelCode }], clinicalNotes: "None" },
  }),
  "samples.accession": () => ({ collectedAt: instant }),
  "samples.collect": () => ({ collectedAt: instant, site: "Left arm" }),
  "samples.correctCollection": () => ({ collectedAt: instant, ...reason }),
  "samples.dispose": () => reason,
  "samples.reject": () => ({ reasonCode: "haemolysed" }),
  "samples.store": () => ({ location: "Fridge 2" }),
  "results.enter": ({ analyteCode }) => ({ results: [{ analyteCode, value: "5" }] }),
  "results.verify": ({ resultId }) => ({ resultIds: [resultId], seen: [{ resultId, version: 1 }] }),
  "results.retest": () => reason,
  "results.cancel": () => reason,
  "results.amend": () => ({ value: "6", ...reason }),
  "results.recordCall": () => ({
    ...{ notifiedAt: instant, recipientName: "Nora Nurse", recipientRole: "Ward nurse" },
    ...{ method: "phone", outcome: "read_back" },
  }),
  "reports.releaseOrder": () => ({ preliminary: true }),
  "reports.releaseSample": ({ resultId }) => ({ resultIds: [resultId], preliminary: true }),
  "reports.releaseResult": () => ({ preliminary: true }),
  "reports.withdraw": () => reason,
  "operator.suspendLaboratory": () => reason,
  "operator.resumeLaboratory": () => reason,
  "operator.lockAccount": () => reason,
  "operator.unlockAccount": () => reason,
  "operator.disableAccount": () => reason,
  "operator.enableAccount": () => reason,
  "operator.endAccountSessions": () => reason,
  "operator.restoreEmail": ({ changeId }) => ({ changeId, ...reason }),
  "operator.actOnProviders": ({ accountId }) => ({ action: "reject", accountIds: [accountId], ...reason }),
  "operator.actOnRegistrations": ({ registrationId }) => ({
    ...{ action: "delete", registrationIds: [registrationId] },
    ...reason,
  }),
  "operator.actOnAccounts": ({ accountId }) => ({ action: "lock", accountIds: [accountId], ...reason }),
  "operator.actOnSuspicions": ({ suspicionId }) => ({
    ...{ action: "review", suspicionIds: [suspicionId] },
    note: "A colleague on the train.",
  }),
  "operator.actOnMails": ({ mailId }) => ({ action: "resend", mailIds: [mailId], ...reason }),
  "tasks.request": () => ({ type: "self_test" }),
  "operator.actOnTasks": ({ taskId }) => ({ action: "retry", taskIds: [taskId] }),
  "samples.act": ({ sampleId, analyteCode, resultId }) =>
    Object.entries({
      ...{ collect: {}, accession: { collection_not_recorded: true } },
      enter_results: { results: [{ analyteCode, value: "5" }] },
      verify: { resultIds: [resultId], seen: [{ resultId, version: 1 }] },
      ...{ release: { resultIds: [resultId], preliminary: true }, store: {}, dispose: {} },
      reject: { reason_code: "clotted" },
    }).map(([action, body]) => ({ action, items: [{ sampleId, body }] })),
  "invoices.create": ({ orderId, orderItemId }) => ({ orderId, lines: [{ ...line, orderItemId }] }),
  "invoices.change": ({ orderItemId }) => ({ lines: [{ ...line, orderItemId }] }),
  "invoices.void": () => reason,
  "payments.record": () => ({ amount: 1, method: "cash" }),
  "mailbox.deliver": ({ mailId }) => ({ mailId }),
  "mailbox.resend": () => reason,
  "payments.refund": () => ({ amount: 1, ...reason }),
};

/** @throws Error for an operation that takes a body and has none here: whoever adds one adds it here. */
export function bodiesOf(op: AnyOperation, own: Slots): Body[] {
  if (!op.input.body) return [{}];
  const made = bodies[op.id]?.(own);
  if (!made) throw new Error(`Write down a valid body of ${op.id} in tests/support/bodies.ts.`);
  return Array.isArray(made) ? made : [made];
}
