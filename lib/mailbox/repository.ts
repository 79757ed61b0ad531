import { notFound } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import type { Keyset, ListOrder } from "@/lib/infra/list-order";
import type { Mail } from "@/lib/infra/prisma/client";
import { tellsOfAPatient } from "./policy";
import type { KeptMail, MailSort, MailState } from "./schema";

/** The latest messages that reach their readers, newest first. */
export async function latestMail(db: PlatformDb, about: { to?: string; id?: string }): Promise<KeptMail[]> {
  const rows = await db.mail.findMany({
    where: {
      ...{ state: { notIn: ["muted", "expired"] } },
      ...(about.to && { recipient: about.to }),
      ...(about.id && { id: about.id }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map(({ id, recipient, subject, template, text, html, createdAt }) => ({
    id,
    to: recipient,
    subject,
    template,
    text,
    html,
    createdAt: createdAt.toISOString(),
  }));
}

/** A mail without its words. */
export type MailRow = Omit<Mail, "text" | "html"> & {
  isForgotten: boolean;
  laboratory: { id: string; slug: string; name: string } | null;
};

const mailColumns = `m.id, m.laboratory_id as "laboratoryId", m.recipient, m.subject, m.template, m.sender,
  m.state::text as state, m.attempts, m.resends, m.carrier, m.provider_id as "providerId", m.error,
  m.text is null as "isForgotten", m.next_try_at as "nextTryAt", m.sent_at as "sentAt",
  m.valid_until as "validUntil",
  m.created_at as "createdAt", case when l.id is not null
    then json_build_object('id', l.id, 'slug', l.slug, 'name', l.name) end as laboratory`;

export type MailFilter = {
  state?: MailState | undefined;
  to?: string | undefined;
  template?: string | undefined;
  laboratoryId?: string | undefined;
};

export const mailOrders: Record<MailSort, ListOrder> = {
  newest: { key: "m.created_at", form: "instant", way: "desc", id: "m.id" },
  oldest: { key: "m.created_at", form: "instant", way: "asc", id: "m.id" },
  template: { key: "m.template", form: "text", way: "asc", id: "m.id" },
  most_tries: { key: "m.attempts", form: "integer", way: "desc", id: "m.id" },
};

/** Mails that fit. By an address nothing is found that tells whose patient somebody is. */
export async function findMails(
  db: PlatformDb,
  { state, to, template, laboratoryId }: MailFilter,
  { key, beyond, orderBy, after, take }: Keyset,
): Promise<(MailRow & { sortKey: Date | string | number })[]> {
  return await db.sql(
    `select ${mailColumns}, ${key} from mail m left join laboratory l on l.id = m.laboratory_id
     where ($1::"MailState" is null or m.state = $1)
       and ($2::text is null or (m.recipient = $2 and m.template <> all($3)))
       and ($4::text is null or m.template = $4) and ($5::uuid is null or m.laboratory_id = $5)
       and ${beyond(6)}
     ${orderBy} limit $8`,
    [
      ...[state ?? null, to ?? null, [...tellsOfAPatient], template ?? null, laboratoryId ?? null],
      ...[...after, take],
    ],
  );
}

/** Held until the transaction ends. @throws Problem "not_found" */
export async function lockMail(db: PlatformDb, mailId: string): Promise<MailRow> {
  const [row] = await db.sql<MailRow>(
    `select ${mailColumns} from mail m left join laboratory l on l.id = m.laboratory_id
     where m.id = $1 for no key update of m`,
    [mailId],
  );
  if (!row) throw notFound();
  return row;
}

/** Owed once more, as if it were new: another key at its carrier, and all its tries before it. */
export async function oweAgain(db: PlatformDb, mailId: string): Promise<void> {
  await db.mail.updateMany({
    where: { id: mailId },
    data: {
      ...{ state: "owed", attempts: 0, resends: { increment: 1 }, nextTryAt: null, sentAt: null },
      ...{ error: null, carrier: null, providerId: null },
    },
  });
}
