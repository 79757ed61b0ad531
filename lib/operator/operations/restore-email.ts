import "server-only";
import { z } from "zod";
import { composeReset, keepReset } from "@/lib/accounts/operations/reset-request";
import { emailKey } from "@/lib/accounts/policy";
import { forgetAllFailures } from "@/lib/accounts/repository";
import { endMailedWaysIn, findAddressChange, putEmailBack } from "@/lib/accounts/repository.addresses";
import { revokeKeysSince } from "@/lib/accounts/repository.api-keys";
import {
  endBegunSignIns,
  endEverySession,
  forgetDevices,
  replacePassword,
} from "@/lib/accounts/repository.credentials";
import { endEmailChanges } from "@/lib/accounts/repository.email-changes";
import { endLinks } from "@/lib/accounts/repository.links";
import { endResets } from "@/lib/accounts/repository.resets";
import { forgetFactorsSince } from "@/lib/accounts/repository.second-factors";
import { holdRecentSignIn } from "@/lib/accounts/repository.sessions";
import { Id } from "@/lib/core/ids";
import { localeOf } from "@/lib/core/locale";
import { invalidField, notFound, Problem } from "@/lib/core/problem";
import { checkVersion, wonRace } from "@/lib/core/version";
import { inPlatform } from "@/lib/infra/db";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import { hashPassword } from "@/lib/infra/passwords";
import { randomToken } from "@/lib/infra/secrets";
import { letterOfAddress } from "../letters";
import { presentOpenedAccount } from "../presenter.accounts";
import { readAccount, readBelongings } from "../repository.accounts";
import { Why } from "../schema";
import { OpenedAccount } from "../schema.accounts";

/** As long as "this was not me" looks back: what came shortly before the change may have been the thief's, too. */
const doubtfulMs = 7 * 24 * 3_600_000;

/**
 * Gives a stolen account back. The address alone would not do: whoever took it may hold its sessions, its password,
 * links in a mailbox, and passkeys and API keys, which outlive every password. All of that ends in one transaction.
 */
export const restoreEmail = operation({
  id: "operator.restoreEmail",
  http: "POST /operator/accounts/{accountId}/restore-email",
  summary: "Give an account back to an address that it had before: for one that was stolen.",
  description:
    "`change_id` names one of the account's `address_changes`: the account has the address again that it had before it. A locked account is unlocked. Its sessions and devices end, its password stops working, passkeys, authenticator apps, recovery codes and laboratories' API keys that came since a week before the change was asked for are taken away, and whatever was mailed to either address is dead. The address that it has again is mailed a link to set a new password; the other is told that it is in use no longer. Asks for a sign-in of the last hour. `already_exists`: another account has the address by now.",
  scope: "platform",
  permission: openTo(
    "operator",
    "Who runs the installation guards its accounts; only the mailbox gets a way in.",
  ),
  limit: "write",
  audit: "account.email_restored",
  auditsRefusals: true,
  input: { params: z.strictObject({ accountId: Id }), body: Why.extend({ changeId: Id }) },
  output: OpenedAccount,
  fails: [
    ...(["not_found", "validation_failed", "illegal_move", "already_exists"] as const),
    ...(["reauthentication_required", "precondition_failed", "conflict"] as const),
  ],
  ifMatch: "optional",
  async prepare({ actor, now }, { params: { accountId }, body: { changeId } }) {
    const { account, change } = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => ({
      account: await db.account.findFirst({ where: { id: accountId } }),
      change: await findAddressChange(db, now, { accountId, id: changeId }),
    }));
    if (!account) throw notFound();
    if (!change) throw noSuchChange();
    const { firstName, timeZone, email: taken, version } = account;
    const owner = { firstName, timeZone, locale: localeOf(account.locale) };
    const restored = { ...owner, email: change.oldEmail };
    return {
      ...{ version, email: restored.email, passwordHash: await hashPassword(randomToken()) },
      reset: await composeReset({ actor, now }, restored),
      letters: {
        has: await letterOfAddress(now, restored, "has"),
        had: await letterOfAddress(now, { ...owner, email: taken }, "had"),
      },
    };
  },
  async run(context, { params: { accountId }, body }, { version, email, passwordHash, reset, letters }) {
    const { db, actor, now, ifMatch, about, mail } = context;
    await holdRecentSignIn(db, actor, now);
    const row = await readAccount(db, accountId);
    checkVersion(row.version, ifMatch);
    // What was written is about the account as it was a moment ago.
    wonRace(row.version === version ? 1 : 0);
    if (row.id === actor.account?.id) {
      throw new Problem("illegal_move", "This is your own account. Ask another operator to do this.");
    }
    if (emailKey(email) === emailKey(row.email)) {
      throw new Problem("illegal_move", "The account has this address already.");
    }
    const change = await findAddressChange(db, now, { accountId, id: body.changeId });
    if (!change) throw noSuchChange();

    await endEmailChanges(db, now, row.id, "withdrawn");
    if (!(await putEmailBack(db, now, { account: row, email, by: actor }))) {
      throw new Problem(
        "already_exists",
        "Another account has this address by now. Find out whose it is; nothing has changed here.",
      );
    }
    const ended = await endWaysIn(context, row.id, { emails: [email, row.email], passwordHash });
    const since = new Date(change.createdAt.getTime() - doubtfulMs);
    const factorsRemoved = await forgetFactorsSince(db, row.id, since);
    const revoked = await revokeKeysSince(db, now, { accountId, since, laboratoryId: null });
    mail(letters.had);
    // Nobody sets the password of a disabled account: who enables it tells them how.
    if (row.state !== "disabled") {
      mail(letters.has);
      await keepReset(context, { ...reset, emailKey: emailKey(email) ?? "", accountId: row.id });
      mail(reset.letter);
    }
    about({
      recordId: row.id,
      details: {
        ...{ name: row.publicId, reason: body.reason, changeId: change.id, sessionsEnded: ended },
        ...{ factorsRemoved, unlocked: row.state === "locked" },
      },
    });
    // Whose keys are dead finds in their own trail that it was an operator's doing.
    for (const { laboratoryId, keys } of revoked) {
      about({ recordId: row.id, details: { keysRevoked: keys }, toldAt: { laboratoryId, by: "operator" } });
    }
    return presentOpenedAccount(await readAccount(db, row.id), await readBelongings(db, now, row.id));
  },
});

/** Whatever opened the account, or would have. Answers how many sessions there were. */
async function endWaysIn(
  { db, now }: PlatformContext,
  accountId: string,
  { emails, passwordHash }: { emails: readonly string[]; passwordHash: string },
): Promise<number> {
  await replacePassword(db, now, accountId, passwordHash);
  const sessions = await endEverySession(db, now, { accountId }, "email_restored");
  await endBegunSignIns(db, now, accountId);
  await endResets(db, now, accountId);
  await endMailedWaysIn(db, now, emails);
  // Notices went to the mailbox that is given up: a "this was not me" from there would close the account again.
  await endLinks(db, now, { purpose: "not_me", subjectId: accountId });
  await forgetAllFailures(db, accountId, now);
  await forgetDevices(db, now, accountId);
  return sessions.length;
}

function noSuchChange(): Problem {
  return invalidField("changeId", "This account's address was not changed like this in the last 90 days.");
}
