import { Id } from "@/lib/core/ids";
import { deliverMail } from "@/lib/mailbox/operations/deliver-mail";
import { background } from "../background";

/** Brings one mail to its reader: tries, waits as long as the mail says, tries again, until it is sent or given up. */
export const carryMail = background(
  {
    id: "carry-mail",
    summary: "Send a mail that is owed.",
    queue: "mail",
    on: ["mail.owed"],
    data: { mailId: Id },
    retries: 5,
    // Longer than all the waits between a mail's tries.
    timeLimitSeconds: 4 * 24 * 3600,
    // A laboratory that writes to everybody leaves room for the others.
    atOnce: { count: 2, each: "laboratory" },
  },
  async ({ data: { mailId }, laboratoryId, step }) => {
    for (let attempt = 1; ; attempt += 1) {
      const { state, nextTryAt } = await step.job(`deliver ${attempt}`, deliverMail, null, {
        body: { mailId },
      });
      if (state === "dead" || state === "expired")
        await step.sendEvent("tell of what did not arrive", [
          { name: "mail.died", data: { mailId }, laboratoryId },
        ]);
      if (nextTryAt === null) return { state };
      await step.sleepUntil(`wait ${attempt}`, new Date(nextTryAt));
    }
  },
);
