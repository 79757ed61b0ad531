import "server-only";
import { notFound } from "@/lib/core/problem";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentUser } from "../presenter";
import { findPerson } from "../repository";
import { User } from "../schema";

export const readMe = operation({
  id: "users.me",
  http: "GET /users/me",
  summary: "See who you are here, and what you may do.",
  scope: "platform",
  permission: openTo("account", "Everybody may see their own account."),
  limit: "read",
  audit: notAudited("A person looks at their own account."),
  input: {},
  output: User,
  fails: ["not_found"],
  async run({ db, actor }) {
    const person = actor.account && (await findPerson(db, actor.account.id, actor.laboratory?.id ?? null));
    if (!person) throw notFound();
    return presentUser(person.account, person.member, actor.laboratory);
  },
});
