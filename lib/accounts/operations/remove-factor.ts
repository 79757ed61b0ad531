import "server-only";
import type { PlatformContext } from "@/lib/infra/operation";
import { findPasskeys } from "../repository.passkeys";
import { findTotp, forgetSecondFactors } from "../repository.second-factors";

/** Who has removed their last factor has none: where the laboratory asks for one, they are asked at once. */
export async function forgetWhenLast({ db }: PlatformContext, accountId: string): Promise<void> {
  const totp = await findTotp(db, accountId);
  const passkeys = await findPasskeys(db, { accountId });
  if (!totp?.confirmedAt && passkeys.length === 0) await forgetSecondFactors(db, accountId);
}
