import "server-only";
import { holdRecentSignIn } from "@/lib/accounts/repository.sessions";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { changesOf, isAboutSignIn } from "../policy";
import { presentLaboratory } from "../presenter";
import { changeLaboratory, readLaboratory } from "../repository";
import { Laboratory, LaboratoryChange } from "../schema";

export const changeSettings = operation({
  id: "laboratory.change",
  http: "PATCH /laboratory",
  summary: "Change the laboratory's name, address, contacts, formats, colour and policies.",
  description:
    "What decides how people sign in (second_factor_roles, allows_email_code, password_length_min, idle_lock_minutes) is changed within an hour of signing in.",
  // Sessions are read here, which no laboratory can.
  scope: "platform",
  permission: "laboratory:manage",
  limit: "write",
  audit: "laboratory.changed",
  input: { body: LaboratoryChange },
  output: Laboratory,
  fails: ["validation_failed", "reauthentication_required", "precondition_failed", "conflict"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { body }) {
    const id = actor.laboratory?.id;
    if (!id) throw notFound();
    const before = await readLaboratory(db, id);
    checkVersion(before.version, ifMatch);
    const changes = changesOf(before, body);
    if (isAboutSignIn(changes)) await holdRecentSignIn(db, actor, now);
    const after = await changeLaboratory(db, now, { id, version: before.version, change: body });
    about({ recordId: id, details: changes });
    return presentLaboratory(after);
  },
});
