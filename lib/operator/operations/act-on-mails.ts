import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { sendAnew } from "@/lib/mailbox/operations/resend-mail";
import { ActedOn, Outcomes, onEach } from "../on-each";
import { Why } from "../schema";

export const actOnMails = operation({
  id: "operator.actOnMails",
  http: "POST /operator/mails/actions",
  summary: "Have several mails sent anew, each by itself: one that is refused does not stop the others.",
  scope: "platform",
  permission: openTo("operator", "It sends the same words to the same addresses."),
  limit: "write",
  audit: "mail.resent",
  input: { body: Why.extend({ action: z.enum(["resend"]), mailIds: ActedOn }) },
  output: Outcomes,
  fails: ["validation_failed"],
  run: (context, { body: { mailIds, reason } }) => onEach(mailIds, (id) => sendAnew(context, id, reason)),
});
