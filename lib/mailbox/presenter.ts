import { shownRecipient } from "./policy";
import type { MailRow } from "./repository";
import type { MailLine } from "./schema";

export function presentMail(row: MailRow): MailLine {
  const { id, subject, template, laboratory, state, attempts, resends, carrier, providerId, error } = row;
  return {
    ...{ id, subject, template, laboratory, state, attempts, resends, carrier, providerId, error },
    to: shownRecipient(row.recipient, template),
    isForgotten: row.isForgotten,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
