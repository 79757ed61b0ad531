import { Id } from "@/lib/core/ids";
import { tellOfDeadLetters as tellOperators } from "@/lib/mailbox/operations/tell-of-dead-letters";
import { background } from "../background";

export const tellOfDeadLetters = background(
  {
    id: "tell-of-dead-letters",
    summary: "Tell operators that mails could not be delivered.",
    queue: "mail",
    on: ["mail.died"],
    data: { mailId: Id },
    retries: 5,
    timeLimitSeconds: 3 * 3600,
    atOnce: { count: 1, each: "installation" },
  },
  ({ data: { mailId }, step }) => step.job("tell", tellOperators, null, { body: { mailId } }),
);
