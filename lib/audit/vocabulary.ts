/** Actions whose words do not follow from their name. */
const SENTENCES: Readonly<Record<string, string>> = {
  "account.code_requested": "Code by mail asked for",
  "account.disowned": "Told that it was not them",
  "account.email_change_confirmed": "Change of e-mail confirmed",
  "account.email_change_requested": "Change of e-mail asked for",
  "account.email_change_withdrawn": "Change of e-mail withdrawn",
  "account.first_step_taken": "First step of signing in taken",
  "account.made_operator": "Made an operator",
  "account.opened": "Account opened",
  "account.password_changed": "Password changed",
  "account.password_reset": "Password set anew",
  "account.reset_requested": "New password asked for",
  "account.sessions_ended": "Signed out everywhere by an operator",
  "account.signed_in": "Signed in",
  "account.signed_out": "Signed out",
  "account.signed_out_everywhere": "Signed out everywhere",
  "accounts.searched": "Accounts searched",
  "analyte.interval_added": "Reference interval added",
  "analyte.interval_retired": "Reference interval retired",
  "analyte.limits_set": "Critical limits set",
  "api_key.created": "API key made",
  "api_key.revoked": "API key revoked",
  "api_key.rotated": "API key replaced",
  "audit.read": "Audit trail read",
  "codes.listed": "Mailed codes listed",
  "collections.listed": "List for collection read",
  "email_verifications.listed": "E-mail verifications listed",
  "device.forgotten": "Device signed out and forgotten",
  "invoice.voided": "Invoice made void",
  "order.labels_printed": "Labels printed",
  "order_item.cancelled": "Item cancelled",
  "password_resets.listed": "Requests for a new password listed",
  "patient.corrected": "Patient's record corrected",
  "patient.opened": "Patient's record opened",
  "patient.results_listed": "Patient's results listed",
  "patients.searched": "Patients searched",
  "pre_registration.asked": "Asked to be told when it opens",
  "pre_registration.confirmed": "Pre-registration confirmed",
  "pre_registrations.listed": "Pre-registrations listed",
  "pre_registrations.told": "Pre-registrations told that it is open",
  "price.set": "Price set",
  "provider.changed": "Provider's practice changed",
  "provider.opened": "Provider's registration opened",
  "provider.registered": "Registered as a provider, not verified yet",
  "registration.asked": "Registered, not confirmed yet",
  "registration.confirmed": "Registration confirmed",
  "registration.resent": "Confirmation mailed again",
  "registration.withdrawn": "Registration ended by an operator",
  "registrations.listed": "Waiting registrations listed",
  "result.calls_listed": "Open critical calls listed",
  "result.critical_notified": "Critical value notified",
  "result.retested": "Retest asked for",
  "sample.collection_corrected": "Collection corrected",
  "sample.label_printed": "Label printed",
  "sample.results_entered": "Results entered",
  "sample.results_released": "Results released",
  "sample.results_verified": "Results verified",
  "second_factor.begun": "Authenticator app begun",
  "session.confirmed": "Identity confirmed",
  "session.locked": "Screen locked",
  "session.unlocked": "Screen unlocked",
};

/** An action in words: "sample.accessioned" → "Sample accessioned". */
export function sentenceOf(action: string): string {
  const known = SENTENCES[action];
  if (known !== undefined) return known;
  const words = action.replace(/[._]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whoever looks at a record wants to know what was done to it, not who looked at it before. */
export const READING = "[._](opened|listed|searched|read|scanned|checked)$";
