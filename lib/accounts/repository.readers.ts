import { type Locale, localeOf } from "@/lib/core/locale";
import type { PlatformDb } from "@/lib/infra/db";
import { tokenHash } from "@/lib/infra/secrets";
import { alone } from "@/lib/infra/transaction";

/** To whom a letter goes, read before the transaction that owes it. */
export type Reader = { email: string; firstName: string; timeZone: string | null; locale: Locale };

export async function findReader(accountId: string): Promise<Reader | null> {
  const [row] = await alone<{ email: string; first_name: string; time_zone: string | null; locale: string }>(
    "lims_platform",
    "select email, first_name, time_zone, locale from account where id = $1",
    [accountId],
  );
  if (!row) return null;
  const { email, first_name: firstName, time_zone: timeZone, locale } = row;
  return { email, firstName, timeZone, locale: localeOf(locale) };
}

/** Whose sign-in a token names, if it waits: only to write to them; what it proves is asked inside the transaction. */
export async function findOwnerOfSignIn(token: string): Promise<string | null> {
  const [row] = await alone<{ account_id: string }>(
    "lims_platform",
    "select account_id from sign_in_challenge where hash = $1 and used_at is null",
    [tokenHash(token)],
  );
  return row?.account_id ?? null;
}

/** The address that an account had then, however often it was changed since; null when it was not. */
export async function findAddressOf(db: PlatformDb, since: Date, accountId: string): Promise<string | null> {
  const first = await db.emailChange.findFirst({
    where: { accountId, endedBy: "done", endedAt: { gt: since } },
    orderBy: [{ endedAt: "asc" }, { id: "asc" }],
    select: { oldEmail: true },
  });
  return first?.oldEmail ?? null;
}
