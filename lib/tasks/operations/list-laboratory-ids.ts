import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { laboratoryIds } from "../repository.upkeep";

const pageSize = 500;

export const listLaboratoryIds = operation({
  id: "tasks.listLaboratoryIds",
  http: "page",
  summary: "List the laboratories in which daily work begins.",
  scope: "platform",
  permission: openTo("operator", "Ids, which operators see anyway."),
  limit: "read",
  audit: notAudited("It reads ids of laboratories and nothing else."),
  input: { body: z.strictObject({ after: Id.nullable() }) },
  output: z.object({ laboratoryIds: z.array(Id), next: Id.nullable() }),
  fails: [],
  async run({ db }, { body: { after } }) {
    const found = await laboratoryIds(db, after, pageSize);
    return { laboratoryIds: found, next: found.length === pageSize ? (found.at(-1) ?? null) : null };
  },
});
