import "server-only";
import { z } from "zod";
import { page, pageOf, pageQuery, readCursor } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findVerifications } from "../repository.registrations";
import { EmailVerification, VerificationStatus } from "../schema.registrations";

export const listEmailVerifications = operation({
  id: "operator.listEmailVerifications",
  http: "GET /operator/email-verifications",
  summary: "List the addresses that somebody was asked to confirm, newest first.",
  scope: "platform",
  permission: openTo("operator", "Who was asked and whether they confirmed; never the link."),
  limit: "read",
  audit: "email_verifications.listed",
  input: {
    query: z.strictObject({
      ...pageQuery,
      q: line({ max: 254 }).optional().meta({ description: "A part of the e-mail address." }),
      kind: EmailVerification.shape.kind.optional(),
      status: VerificationStatus.optional(),
    }),
  },
  output: pageOf(EmailVerification),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, ...wanted } }) {
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await findVerifications(db, now, { ...wanted, after, take: limit + 1 });
    about({ details: { shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], withInstants);
  },
});
