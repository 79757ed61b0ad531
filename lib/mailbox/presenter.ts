import { ownName, shownRecipient } from "./policy";
import type { MailRow } from "./repository";
import type { MailLine } from "./schema";

export function presentMail(row: MailRow): MailLine {
  const { id, subject, template, laboratory, state, attempts, resends, carrier, providerId, error } = row;
  return {
    ...{ id, subject, template, laboratory, state, attempts, resends, carrier, providerId, error },
    to: shownRecipient(row.recipient, template),
    sender: row.sender ?? laboratory?.name ?? ownName,
    isForgotten: row.isForgotten,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
