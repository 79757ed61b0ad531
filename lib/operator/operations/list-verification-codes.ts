import "server-only";
import { z } from "zod";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { codeOrders, findCodes } from "../repository.registrations";
import { CodePurpose, CodeSort, CodeStatus, VerificationCode } from "../schema.registrations";

export const listVerificationCodes = operation({
  id: "operator.listVerificationCodes",
  http: "GET /operator/verification-codes",
  summary: "List the codes that were mailed: to sign in, to register, to set a password.",
  scope: "platform",
  permission: openTo("operator", "That a code was mailed and what became of it; never the code."),
  limit: "read",
  audit: "codes.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({ description: "A part of the e-mail address." }),
      purpose: CodePurpose.optional(),
      status: CodeStatus.optional(),
      sort: CodeSort.default("newest"),
    }),
  },
  output: pageOf(VerificationCode),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const listed = await readPage(
      codeOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findCodes(db, now, wanted, keyset),
      withInstants,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
