import { Notice } from "@/lib/accounts/schema.profile";
import { mayFollow } from "@/lib/core/lifecycle";
import { mailLifecycle } from "./lifecycle";
import type { MailState } from "./schema";

/** The installation, where no laboratory and no portal speaks. */
export const ownName = "MedVuno LIMS";

/** Longest time that a try may take before somebody else may try, in seconds. */
export const leaseSeconds = 120;

const minute = 60_000;
const delays = [1, 5, 15, 60, 6 * 60, 12 * 60, 24 * 60];

/** When a mail is tried again after so many tries that failed, or null when it is given up. */
export function nextTry(now: Date, attempts: number): Date | null {
  const delay = delays[attempts - 1];
  return delay === undefined ? null : new Date(now.getTime() + delay * minute);
}

/** The same for every try of one sending; another after an operator had it sent anew. */
export function deliveryKey(mailId: string, resends: number): string {
  return resends === 0 ? mailId : `${mailId}-${resends}`;
}

/** A name that may stand before an address, in quotes or out of them. */
export function senderName(name: string): string {
  const plain = [
    ...name
      .replace(/["\\<>\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ];
  return plain.slice(0, 60).join("") || ownName;
}

/** The notice that a mail is, of those a person can do without: a message is named as its notice. */
export function noticeOf(template: string): string | null {
  return Notice.safeParse(template).success ? template : null;
}

type Ending = { state: MailState; isForgotten: boolean; validUntil: Date | null };

/** Whether an operator may have a mail sent anew. */
export function mayBeResent(mail: Ending, now: Date): boolean {
  return whyNotResent(mail, now) === null && mayFollow(mailLifecycle, mail.state, "resend");
}

/** Why a mail stays where it is although an operator would send it anew; null when nothing but its state says so. */
export function whyNotResent({ state, isForgotten, validUntil }: Ending, now: Date): string | null {
  if (state === "muted") return "Who has this address does not want mails of this kind: it is not sent.";
  if (state === "expired" || (validUntil && validUntil <= now)) {
    return "What this mail carries has run out. Have its reader ask for a new one.";
  }
  return isForgotten
    ? "What this mail said was forgotten a day after it was sent. Have its reader ask for a new one."
    : null;
}

/** Mails that tell of whom they are sent to that they are a laboratory's patient. */
export const tellsOfAPatient: ReadonlySet<string> = new Set([
  "report-ready",
  "report-corrected",
  "invoice-issued",
]);

/** Operators see no clinical data: that somebody is a laboratory's patient is some. */
export function shownRecipient(recipient: string, template: string): string {
  if (!tellsOfAPatient.has(template)) return recipient;
  const [first = ""] = recipient;
  return `${first}••@${recipient.slice(recipient.lastIndexOf("@") + 1)}`;
}

/** What a server said of a mail. Some name whom it was for, and operators read it. */
export function withoutRecipient(said: string, recipient: string): string {
  const address = recipient.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return said.replace(new RegExp(address, "gi"), "…");
}
