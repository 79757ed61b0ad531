import "server-only";
import { z } from "zod";
import { env } from "@/lib/infra/env";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { forgetBodies } from "../repository.delivery";

const day = 24 * 60 * 60_000;
const atMost = 1000;

/** Words of mails carry codes and links: they are kept as long as they may have to be sent again. */
export const forgetMailBodies = operation({
  id: "mailbox.forget",
  http: "page",
  summary: "Empty mails that were sent more than a day ago, or given up more than thirty days ago.",
  description: "Where mails stay in the built-in mailbox, they are kept.",
  scope: "platform",
  permission: openTo("operator", "It removes words that nobody needs any more."),
  limit: "write",
  audit: notAudited("The mail itself tells that its words are gone."),
  input: {},
  output: z.object({ forgotten: z.int() }),
  fails: [],
  async run({ db, now }) {
    if (env().mail.carrier === "mailbox" && !env().isProduction) return { forgotten: 0 };
    const before = (days: number) => new Date(now.getTime() - days * day);
    return {
      forgotten: await forgetBodies(db, { sentBefore: before(1), deadBefore: before(30), take: atMost }),
    };
  },
});
