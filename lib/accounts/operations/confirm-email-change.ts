import "server-only";
import { emailChanged } from "@/emails/email-changed";
import { localeOf } from "@/lib/core/locale";
import { Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { brandFor, compose } from "@/lib/infra/mail";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";
import type { EmailChange } from "@/lib/infra/prisma/client";
import { findPerson } from "../repository";
import { endBegunSignIns, endEverySession } from "../repository.credentials";
import {
  confirmSide,
  endEmailChange,
  holdEmailChange,
  putEmail,
  readEmailChange,
} from "../repository.email-changes";
import { endResets } from "../repository.resets";
import { EmailChangeProgress, TokenBody } from "../schema.ways-back";
import { keepNotMe, newNotMe } from "./not-me-link";

export const confirmEmailChangeLink = operation({
  id: "auth.confirmEmailChange",
  http: "POST /auth/email-change",
  summary: "Confirm a change of address, from one of its two mailboxes.",
  description:
    "When both have confirmed, the account has its new address, every other session of it ends, and the old address is told.",
  scope: "platform",
  permission: openTo("anyone", "The link is the proof: 256 bits, one use, one day, one host."),
  limit: "code",
  audit: "account.email_change_confirmed",
  auditsRefusals: true,
  input: { body: TokenBody },
  output: EmailChangeProgress,
  fails: ["code_invalid", "already_exists"],
  idempotency: "none",
  async prepare({ actor, now }, { body }) {
    const asked = { token: body.token, host: actor.from.host };
    const found = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      const followed = await readEmailChange(db, now, asked);
      const id = followed?.change.accountId;
      const account = id ? await db.account.findFirst({ where: { id } }) : null;
      return followed && account && { account, newEmail: followed.change.newEmail };
    });
    if (!found) throw linkInvalid();
    const { account, newEmail } = found;
    const notMe = newNotMe(actor.from);
    const letter = await compose(
      emailChanged,
      {
        ...{ to: account.email, firstName: account.firstName, newEmail, at: now, notMeLink: notMe.link },
        timeZone: account.timeZone ?? actor.laboratory?.timeZone ?? "UTC",
        locale: localeOf(account.locale),
      },
      brandFor(actor),
    );
    return { notMe, letter };
  },
  async run(context, { body }, { notMe, letter }) {
    const { db, actor, now, about, mail, refuse } = context;
    const followed = await holdEmailChange(db, now, { token: body.token, host: actor.from.host });
    if (!followed) throw linkInvalid();
    const { change, side } = followed;
    const [mine, other] =
      side === "old"
        ? [change.oldConfirmedAt, change.newConfirmedAt]
        : [change.newConfirmedAt, change.oldConfirmedAt];
    if (mine) throw linkInvalid();
    await confirmSide(db, now, followed);
    await tellWhose(context, change, { side });
    if (!other) return { done: false, waitsFor: side === "old" ? ("new" as const) : ("old" as const) };

    const laboratoryId = actor.laboratory?.id ?? null;
    if (!(await putEmail(db, now, { change, laboratoryId }))) {
      await endEmailChange(db, now, change.id, "taken");
      return refuse(
        new Problem("already_exists", "This address has become somebody's account. Choose another one."),
      );
    }
    await endEmailChange(db, now, change.id, "done");
    const { accountId } = change;
    const own = actor.account?.id === accountId ? actor.session?.id : undefined;
    await endEverySession(db, now, { accountId, except: own }, "email_changed");
    await endBegunSignIns(db, now, accountId);
    await endResets(db, now, accountId);
    await keepNotMe(db, now, notMe, { accountId, host: actor.from.host });
    mail({ ...letter, to: change.oldEmail });
    about({ recordId: accountId, details: { done: true } });
    return { done: true, waitsFor: null };
  },
});

/** A laboratory's trail names its own people only. */
export async function tellWhose(
  { db, actor, about }: PlatformContext,
  change: EmailChange,
  details: Record<string, unknown>,
): Promise<void> {
  const person = await findPerson(db, change.accountId, actor.laboratory?.id ?? null);
  const isOurs = actor.laboratory === null || person?.member;
  about(isOurs ? { recordId: change.accountId, details } : { details });
}

export function linkInvalid(): Problem {
  return new Problem(
    "code_invalid",
    "This link is used, withdrawn, or too old. Ask for the change again if it is still wanted.",
  );
}
