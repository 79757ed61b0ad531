import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentAnalyte } from "../presenter";
import { findAnalytes, keyOfName } from "../repository.find";
import { Analyte } from "../schema";

export const listAnalytes = operation({
  id: "analytes.list",
  http: "GET /analytes",
  summary: "List analytes, by name.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: z.string().trim().max(100).optional().meta({ description: "Words of the name, or the code." }),
      loinc: z.string().max(20).optional(),
      section: z.string().max(60).optional(),
      retired: z.stringbool().optional().meta({ description: "True lists those that are retired instead." }),
    }),
  },
  output: pageOf(Analyte),
  fails: [],
  async run({ db, actor }, { query }) {
    const rows = await findAnalytes(db, actor.laboratory.id, query);
    return page(rows, query.limit, keyOfName, presentAnalyte);
  },
});
