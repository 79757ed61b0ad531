import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery } from "@/lib/core/paging";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentTest } from "../presenter";
import { findTests, keyOfName } from "../repository.find";
import { Test } from "../schema.sold";

export const listTests = operation({
  id: "tests.list",
  http: "GET /tests",
  summary: "List tests, by name.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: z.string().trim().max(100).optional().meta({ description: "Words of the name, or the code." }),
      loinc: z.string().max(20).optional().meta({ description: "Of the test, or of an analyte in it." }),
      section: z.string().max(60).optional(),
      retired: z.stringbool().optional().meta({ description: "True lists those that are retired instead." }),
    }),
  },
  output: pageOf(Test),
  fails: [],
  async run({ db, actor }, { query }) {
    const rows = await findTests(db, actor.laboratory.id, query);
    return page(rows, query.limit, keyOfName, presentTest);
  },
});
