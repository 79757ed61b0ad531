import "server-only";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { openTo, operation } from "@/lib/infra/operation";
import { presentMe } from "../presenter";
import { findPerson } from "../repository";
import { changeProfile, findProfile } from "../repository.profile";
import { Me, ProfileChange } from "../schema.profile";

export const changeMyProfile = operation({
  id: "users.changeMe",
  http: "PATCH /users/me",
  summary: "Change your name, username, phone, birth date, language of dates, and which notices you get.",
  scope: "platform",
  permission: openTo("account", "Everybody may change their own profile."),
  limit: "write",
  audit: "account.profile_changed",
  input: { body: ProfileChange },
  output: Me,
  fails: ["not_found", "validation_failed", "already_exists", "precondition_failed", "conflict"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { body }) {
    const id = actor.account?.id;
    const before = id ? await findProfile(db, id) : null;
    if (!id || !before) throw notFound();
    checkVersion(before.version, ifMatch);
    await changeProfile(db, now, { id, version: before.version, change: body });
    // Which fields, not what they say: a birth date is nobody's business in a trail.
    about({ recordId: id, details: { fields: Object.keys(body) } });
    const [after, person] = [
      await findProfile(db, id),
      await findPerson(db, id, actor.laboratory?.id ?? null),
    ];
    if (!after) throw notFound();
    return presentMe(after, person?.member ?? null, actor.laboratory);
  },
});
