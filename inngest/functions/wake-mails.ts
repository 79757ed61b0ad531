import { wakeMails as wakeOverdueMails } from "@/lib/mailbox/operations/wake-mails";
import { background } from "../background";

export const wakeMails = background(
  {
    id: "wake-mails",
    summary: "Announce mails anew that nobody has taken up.",
    queue: "mail",
    cron: "*/5 * * * *",
    retries: 2,
    timeLimitSeconds: 240,
  },
  ({ step }) => step.job("wake", wakeOverdueMails, null),
);
