import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentPanel } from "../presenter";
import { findPanels, keyOfName } from "../repository.find";
import { Panel } from "../schema.sold";

export const listPanels = operation({
  id: "panels.list",
  http: "GET /panels",
  summary: "List panels, by name.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: z.string().trim().max(100).optional().meta({ description: "Words of the name, or the code." }),
      loinc: z
        .string()
        .max(20)
        .optional()
        .meta({ description: "Of the panel, or of a test or an analyte in it." }),
      section: z.string().max(60).optional(),
      retired: z.stringbool().optional().meta({ description: "True lists those that are retired instead." }),
    }),
  },
  output: pageOf(Panel),
  fails: [],
  async run({ db, actor }, { query }) {
    const rows = await findPanels(db, actor.laboratory.id, query);
    return page(rows, query.limit, keyOfName, presentPanel);
  },
});
