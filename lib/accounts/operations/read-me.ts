import "server-only";
import { notFound } from "@/lib/core/problem";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentMe } from "../presenter";
import { findPerson } from "../repository";
import { findProfile } from "../repository.profile";
import { Me } from "../schema.profile";

export const readMe = operation({
  id: "users.me",
  http: "GET /users/me",
  summary: "See who you are here, what you may do, and your profile.",
  scope: "platform",
  permission: openTo("account", "Everybody may see their own account."),
  limit: "read",
  audit: notAudited("A person looks at their own account."),
  input: {},
  output: Me,
  fails: ["not_found"],
  async run({ db, actor }) {
    if (!actor.account) throw notFound();
    const profile = await findProfile(db, actor.account.id);
    const person = await findPerson(db, actor.account.id, actor.laboratory?.id ?? null);
    if (!profile || !person) throw notFound();
    return presentMe(profile, person.member, actor.laboratory);
  },
});
