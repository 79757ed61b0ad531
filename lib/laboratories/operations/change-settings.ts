import "server-only";
import { signInRulesChanged } from "@/emails/sign-in-rules-changed";
import { holdRecentSignIn } from "@/lib/accounts/repository.sessions";
import { localeOf } from "@/lib/core/locale";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { brandOf, compose } from "@/lib/infra/mail";
import { operation, type PlatformContext } from "@/lib/infra/operation";
import { changesOf, isAboutSignIn } from "../policy";
import { presentLaboratory } from "../presenter";
import { ruleChanges } from "../presenter.sign-in-rules";
import { changeLaboratory, readLaboratory } from "../repository";
import { findAdministrators } from "../repository.members";
import { Laboratory, LaboratoryChange } from "../schema";

export const changeSettings = operation({
  id: "laboratory.change",
  http: "PATCH /laboratory",
  summary: "Change the laboratory's name, address, contacts, formats, colour and policies.",
  description:
    "What decides how people sign in (second_factor_roles, allows_email_code, password_length_min, idle_lock_minutes) is changed within an hour of signing in, and told to its administrators by mail.",
  // Sessions are read here, which no laboratory can.
  scope: "platform",
  permission: "laboratory:manage",
  limit: "write",
  audit: "laboratory.changed",
  input: { body: LaboratoryChange },
  output: Laboratory,
  fails: ["validation_failed", "reauthentication_required", "precondition_failed", "conflict"],
  ifMatch: "required",
  async run(context, { body }) {
    const { db, actor, now, ifMatch, about } = context;
    const id = actor.laboratory?.id;
    if (!id) throw notFound();
    const before = await readLaboratory(db, id);
    checkVersion(before.version, ifMatch);
    const changes = changesOf(before, body);
    if (isAboutSignIn(changes)) await holdRecentSignIn(db, actor, now);
    const row = await changeLaboratory(db, now, { id, version: before.version, change: body });
    about({ recordId: id, details: changes });
    const after = presentLaboratory(row);
    if (isAboutSignIn(changes)) {
      await tellAdministrators(context, after, ruleChanges(presentLaboratory(before), after));
    }
    return after;
  },
});

/** All of them, and whoever did it too: it may have been somebody else in their account (S15). */
async function tellAdministrators(
  { db, actor, now, mail }: PlatformContext,
  laboratory: Laboratory,
  changes: string[],
): Promise<void> {
  const settingsLink = `${actor.from.origin}/settings/sign-in`;
  const said = { changedBy: actor.name, changes, at: now, settingsLink };
  for (const { email: to, timeZone, locale } of await findAdministrators(db, laboratory.id)) {
    const shown = { timeZone: timeZone ?? laboratory.timeZone, locale: localeOf(locale) };
    mail(await compose(signInRulesChanged, { to, ...said, ...shown }, brandOf(laboratory)));
  }
}
