import "server-only";
import { accountLifecycle } from "@/lib/accounts/lifecycle";
import { forgetAllFailures } from "@/lib/accounts/repository";
import { endSessions } from "@/lib/accounts/repository.sessions";
import { follow } from "@/lib/core/lifecycle";
import { Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import type { PlatformContext } from "@/lib/infra/operation";
import { letterOfAccount } from "./letters";
import { presentOpenedAccount } from "./presenter.accounts";
import { moveAccount, readAccount, readBelongings } from "./repository.accounts";
import { ownerOf } from "./repository.told";
import type { OpenedAccount } from "./schema.accounts";

type Move = "lock" | "unlock" | "disable" | "enable";

/** The one way an operator moves an account: for a reason, and never their own. Its owner is told that, not why. */
export async function moveForReason(
  { db, actor, now, ifMatch, about, mail }: PlatformContext,
  accountId: string,
  move: Move,
  reason: string,
): Promise<OpenedAccount> {
  const row = await readAccount(db, accountId);
  checkVersion(row.version, ifMatch);
  const state = follow(accountLifecycle, row.state, move);
  // Somebody has to be left who can undo it.
  if (row.id === actor.account?.id) {
    throw new Problem("illegal_move", "This is your own account. Ask another operator to do this.");
  }
  await moveAccount(db, now, row, { state, stateReason: state === "active" ? null : reason });
  const ended =
    state === "active" ? 0 : await endSessions(db, now, { accountId: row.id }, `account_${state}`);
  if (state === "active") await forgetAllFailures(db, row.id, now);
  for (const owner of await ownerOf(db, row.id)) mail(await letterOfAccount(now, owner, move));
  about({ recordId: row.id, details: { name: row.publicId, reason, sessionsEnded: ended } });
  return presentOpenedAccount(await readAccount(db, row.id), await readBelongings(db, now, row.id));
}
