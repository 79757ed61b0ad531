import "server-only";
import { z } from "zod";
import { notFound } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { latestMail } from "../repository";
import { KeptMail, MailboxQuery } from "../schema";

/** The built-in mailbox. A production server answers as if it had none. */
export const readMailbox = operation({
  id: "mailbox.read",
  http: "page",
  summary: "Read the mails kept by a development or demonstration server.",
  scope: "platform",
  permission: openTo(
    "anyone",
    "Development and demonstration hold no real person's mail; production refuses.",
  ),
  limit: "public",
  audit: notAudited("Nobody's data is behind it."),
  input: { query: MailboxQuery },
  output: z.array(KeptMail),
  fails: ["not_found"],
  async run({ db, actor }, { query }) {
    if (env().isProduction || actor.laboratory) throw notFound();
    return latestMail(db, {
      ...(query.to !== undefined && { to: query.to }),
      ...(query.id !== undefined && { id: query.id }),
    });
  },
});
