import "server-only";
import { z } from "zod";
import { rolesChanged } from "@/emails/roles-changed";
import { holdRecentSignIn } from "@/lib/accounts/repository.sessions";
import { roles } from "@/lib/core/access";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { brandOf, compose } from "@/lib/infra/mail";
import { operation } from "@/lib/infra/operation";
import { holdSomeAdministrator } from "../policy";
import { presentMember } from "../presenter";
import { changeMemberRow, holdAdministrators, readMember } from "../repository.members";
import { Member, MemberChange } from "../schema";

export const changeMember = operation({
  id: "members.change",
  http: "PATCH /members/{memberId}",
  summary: "Change what a colleague may do.",
  description:
    "The roles given are all the member has from now on; they count from the member's next request. Needs a sign-in of the last hour. The member is told by mail.",
  // Sessions are read here, which no laboratory can.
  scope: "platform",
  permission: "member:manage",
  limit: "write",
  audit: "member.changed",
  input: { params: z.strictObject({ memberId: Id }), body: MemberChange },
  output: Member,
  fails: ["not_found", "illegal_move", "reauthentication_required", "precondition_failed", "conflict"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about, mail }, { params, body }) {
    const { laboratory } = actor;
    if (!laboratory) throw notFound();
    await holdRecentSignIn(db, actor, now);
    const administrators = await holdAdministrators(db, laboratory.id);
    const member = await readMember(db, laboratory.id, params.memberId);
    checkVersion(member.version, ifMatch);
    if (!body.roles.includes("administrator")) holdSomeAdministrator(administrators, member.id);
    const changed = await changeMemberRow(db, now, member, { roles: body.roles });
    about({ details: { name: member.displayName, roles: { from: member.roles, to: body.roles } } });
    const told = {
      to: member.email,
      changedBy: actor.name,
      roles: body.roles.map((role) => roles[role].label),
    };
    mail(await compose(rolesChanged, told, brandOf(laboratory)));
    return presentMember(changed);
  },
});
