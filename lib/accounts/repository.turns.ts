import type { PlatformDb } from "@/lib/infra/db";

/** Lets what would clash take turns: held until the transaction ends, by name, whether or not a row is there yet. */
export async function takeTurn(
  db: PlatformDb,
  what: "password-reset" | "registration" | "email-address" | "username" | "provider",
  name: string,
): Promise<void> {
  await db.sql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${what}:${name}`]);
}
