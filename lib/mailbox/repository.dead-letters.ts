import type { PlatformDb } from "@/lib/infra/db";

/** The mail that did not reach its reader just now, and the latest others. */
export async function deadLetters(
  db: PlatformDb,
  mailId: string,
): Promise<{ id: string; template: string; state: "dead" | "expired"; error: string | null }[]> {
  return db.sql(
    `select id, template, state::text as state, error from mail where state in ('dead', 'expired')
     order by id = $1 desc, created_at desc, id desc limit 50`,
    [mailId],
  );
}

/** Whether operators were told of mails that reached nobody since. */
export async function noticeIsRecent(db: PlatformDb, template: string, since: Date): Promise<boolean> {
  const row = await db.mail.findFirst({
    where: { template, subject: "Mails could not be delivered", createdAt: { gt: since } },
    select: { id: true },
  });
  return row !== null;
}

/** Everybody who runs the installation. */
export async function operatorAddresses(db: PlatformDb): Promise<string[]> {
  const rows = await db.account.findMany({
    where: { isOperator: true, state: "active", emailVerifiedAt: { not: null } },
    select: { email: true },
    orderBy: { id: "asc" },
    take: 50,
  });
  return rows.map(({ email }) => email);
}
