import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findCodes } from "../repository.registrations";
import { CodePurpose, CodeStatus, VerificationCode } from "../schema.registrations";

export const listVerificationCodes = operation({
  id: "operator.listVerificationCodes",
  http: "GET /operator/verification-codes",
  summary: "List the codes that were mailed, newest first: to sign in, to register, to set a password.",
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
    }),
  },
  output: pageOf(VerificationCode),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, ...wanted } }) {
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await findCodes(db, now, { ...wanted, after, take: limit + 1 });
    about({ details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], withInstants);
  },
});
