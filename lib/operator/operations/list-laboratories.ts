import "server-only";
import { z } from "zod";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { presentLaboratoryLine } from "../presenter";
import { findLaboratories, laboratoryOrders } from "../repository";
import { LaboratoryLine, LaboratorySort, LaboratoryState } from "../schema";

export const listLaboratories = operation({
  id: "operator.listLaboratories",
  http: "GET /operator/laboratories",
  summary: "List the laboratories of this installation, with figures that are not clinical.",
  scope: "platform",
  permission: openTo("operator", "It tells of laboratories, and nothing of what they work on."),
  limit: "read",
  audit: notAudited("It tells nothing about persons."),
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 120 })
        .optional()
        .meta({ description: "Part of a name, or the beginning of an address." }),
      state: LaboratoryState.optional(),
      sort: LaboratorySort.default("name"),
    }),
  },
  output: pageOf(LaboratoryLine),
  fails: ["malformed_request"],
  run: ({ db }, { query: { limit, cursor, sort, ...wanted } }) =>
    readPage(
      laboratoryOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findLaboratories(db, wanted, keyset),
      presentLaboratoryLine,
    ),
});
