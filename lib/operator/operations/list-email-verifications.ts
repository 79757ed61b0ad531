import "server-only";
import { z } from "zod";
import { pageOf, pageQuery } from "@/lib/core/paging";
import { line } from "@/lib/core/text";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { withInstants } from "../presenter.registrations";
import { findVerifications, verificationOrders } from "../repository.registrations";
import { EmailVerification, VerificationSort, VerificationStatus } from "../schema.registrations";

export const listEmailVerifications = operation({
  id: "operator.listEmailVerifications",
  http: "GET /operator/email-verifications",
  summary: "List the addresses that somebody was asked to confirm.",
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
      sort: VerificationSort.default("newest"),
    }),
  },
  output: pageOf(EmailVerification),
  fails: ["malformed_request"],
  async run({ db, now, about }, { query: { limit, cursor, sort, ...wanted } }) {
    const listed = await readPage(
      verificationOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findVerifications(db, now, wanted, keyset),
      withInstants,
    );
    about({ details: { shown: listed.data.length } });
    return listed;
  },
});
