import "server-only";
import { z } from "zod";
import { rolesChanged } from "@/emails/roles-changed";
import { endSessions, holdRecentSignIn } from "@/lib/accounts/repository.sessions";
import { Id } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { brandOf, compose } from "@/lib/infra/mail";
import { operation } from "@/lib/infra/operation";
import { holdSomeAdministrator } from "../policy";
import { changeMemberRow, holdAdministrators, readMember, unlinkProvider } from "../repository.members";

export const removeMember = operation({
  id: "members.remove",
  http: "DELETE /members/{memberId}",
  summary: "Remove a colleague from the laboratory.",
  description:
    "Their sessions here end at once; what they did stays in their name. Needs a sign-in of the last hour. The member is told by mail.",
  // Sessions are ended here, which no laboratory can.
  scope: "platform",
  permission: "member:manage",
  limit: "write",
  audit: "member.removed",
  input: { params: z.strictObject({ memberId: Id }) },
  output: z.undefined(),
  fails: ["not_found", "illegal_move", "reauthentication_required", "precondition_failed", "conflict"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about, mail }, { params }) {
    const { laboratory } = actor;
    if (!laboratory) throw notFound();
    await holdRecentSignIn(db, actor, now);
    const administrators = await holdAdministrators(db, laboratory.id);
    const member = await readMember(db, laboratory.id, params.memberId);
    checkVersion(member.version, ifMatch);
    holdSomeAdministrator(administrators, member.id);
    await changeMemberRow(db, now, member, { state: "removed" });
    await unlinkProvider(db, now, member);
    await endSessions(db, now, { accountId: member.accountId, laboratoryId: laboratory.id }, "removed");
    about({ details: { name: member.displayName, roles: { from: member.roles, to: [] } } });
    mail(
      await compose(
        rolesChanged,
        { to: member.email, changedBy: actor.name, roles: [] },
        brandOf(laboratory),
      ),
    );
    return undefined;
  },
});
