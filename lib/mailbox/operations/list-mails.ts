import "server-only";
import { type Keyset, readPage } from "@/lib/infra/list-order";
import { openTo, operation } from "@/lib/infra/operation";
import { presentMail } from "../presenter";
import { findMails, mailOrders } from "../repository";
import { MailQuery, Mails } from "../schema";

export const listMails = operation({
  id: "mailbox.list",
  http: "GET /operator/mails",
  summary: "List mails and what became of them: never what they say.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation sees that mails arrive, and not what they say."),
  limit: "read",
  audit: "mails.listed",
  input: { query: MailQuery },
  output: Mails,
  fails: ["malformed_request"],
  async run({ db, about }, { query: { limit, cursor, sort, ...filter } }) {
    const listed = await readPage(
      mailOrders[sort],
      { limit, cursor },
      (keyset: Keyset) => findMails(db, filter, keyset),
      presentMail,
    );
    about({ details: { filter, shown: listed.data.length } });
    return listed;
  },
});
