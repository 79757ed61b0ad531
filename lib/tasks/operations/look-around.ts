import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";

export const lookAround = operation({
  id: "tasks.lookAround",
  http: "page",
  summary: "See whether a laboratory's data answers to background work.",
  scope: "laboratory",
  permission: openTo("operator", "It tells nothing but that there are members."),
  limit: "read",
  audit: notAudited("Nothing of a patient is read."),
  input: {},
  output: z.object({ isWell: z.boolean(), at: z.iso.datetime() }),
  fails: [],
  async run({ db, actor, now }) {
    const members = await db.member.count({ where: { laboratoryId: actor.laboratory.id } });
    return { isWell: members > 0, at: now.toISOString() };
  },
});
