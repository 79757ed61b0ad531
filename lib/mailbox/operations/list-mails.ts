import "server-only";
import { page, readCursor } from "@/lib/core/paging";
import { openTo, operation } from "@/lib/infra/operation";
import { presentMail } from "../presenter";
import { findMails } from "../repository";
import { MailQuery, Mails } from "../schema";

export const listMails = operation({
  id: "mailbox.list",
  http: "GET /operator/mails",
  summary: "List mails and what became of them, the newest first; never what they say.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation sees that mails arrive, and not what they say."),
  limit: "read",
  audit: "mails.listed",
  input: { query: MailQuery },
  output: Mails,
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, ...filter } }) {
    const after = readCursor(cursor, ["instant", "id"]);
    const rows = await findMails(db, filter, after, limit + 1);
    about({ details: { filter, shown: Math.min(rows.length, limit) } });
    return page(rows, limit, (row) => [row.createdAt.toISOString(), row.id], presentMail);
  },
});
