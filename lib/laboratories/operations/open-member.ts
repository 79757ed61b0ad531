import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentMember } from "../presenter";
import { readMember } from "../repository.members";
import { Member } from "../schema";

export const openMember = operation({
  id: "members.open",
  http: "GET /members/{memberId}",
  summary: "See a colleague and what they may do.",
  scope: "laboratory",
  permission: "member:manage",
  limit: "read",
  audit: notAudited("It holds nothing about patients."),
  input: { params: z.strictObject({ memberId: Id }) },
  output: Member,
  fails: ["not_found"],
  run: async ({ db, actor }, { params }) =>
    presentMember(await readMember(db, actor.laboratory.id, params.memberId)),
});
