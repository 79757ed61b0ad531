import { tokenHash } from "@/lib/infra/secrets";
import { alone } from "@/lib/infra/transaction";

/** To whom a letter goes, read before the transaction that owes it. */
export type Reader = { email: string; firstName: string; timeZone: string | null };

export async function findReader(accountId: string): Promise<Reader | null> {
  const [row] = await alone<{ email: string; first_name: string; time_zone: string | null }>(
    "lims_platform",
    "select email, first_name, time_zone from account where id = $1",
    [accountId],
  );
  return row ? { email: row.email, firstName: row.first_name, timeZone: row.time_zone } : null;
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
