import { notFound } from "@/lib/core/problem";
import type { PlatformDb } from "@/lib/infra/db";
import type { Mail } from "@/lib/infra/prisma/client";
import type { KeptMail, MailState } from "./schema";

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
  m.created_at as "createdAt", case when l.id is not null
    then json_build_object('id', l.id, 'slug', l.slug, 'name', l.name) end as laboratory`;
  m.valid_until as "validUntil",

export type MailFilter = {
  state?: MailState | undefined;
  to?: string | undefined;
  template?: string | undefined;
  laboratoryId?: string | undefined;
};

/** The newest first, from `after` (when it was written, id) on. */
export async function findMails(
  db: PlatformDb,
  { state, to, template, laboratoryId }: MailFilter,
  after: readonly [at: string, id: string] | null,
  take: number,
): Promise<MailRow[]> {
  return await db.sql<MailRow>(
    `select ${mailColumns} from mail m left join laboratory l on l.id = m.laboratory_id
     where ($1::"MailState" is null or m.state = $1) and ($2::text is null or m.recipient = $2)
       and ($3::text is null or m.template = $3) and ($4::uuid is null or m.laboratory_id = $4)
       and ($5::timestamptz is null or (m.created_at, m.id) < ($5, $6::uuid))
     order by m.created_at desc, m.id desc limit $7`,
    [
      state ?? null,
      to ?? null,
      template ?? null,
      laboratoryId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      take,
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
