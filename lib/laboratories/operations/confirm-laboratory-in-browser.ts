import "server-only";
import { writeTicket } from "@/lib/accounts/repository.sessions";
import { hostOf } from "@/lib/infra/hosts";
import { openTo, operation } from "@/lib/infra/operation";
import { Confirmation, ConfirmedInBrowser } from "../schema";
import { openLaboratory, presentOpened } from "./open-laboratory";

/** As `confirmLaboratory`, for a browser, whose cookie never spans hosts: it carries a ticket there (S18a). */
export const confirmLaboratoryInBrowser = operation({
  id: "laboratories.confirmInBrowser",
  http: "page",
  summary: "Open the laboratory with the code that came by mail, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The code is the proof: five tries, thirty minutes."),
  limit: "code",
  audit: "laboratory.opened",
  input: { body: Confirmation },
  output: ConfirmedInBrowser,
  fails: ["code_invalid", "already_exists"],
  async run(context, { body }) {
    const { account, laboratory } = await openLaboratory(context, body);
    const ticket = await writeTicket(context.db, context.now, {
      accountId: account.id,
      laboratoryId: laboratory.id,
      host: hostOf({ kind: "laboratory", slug: laboratory.slug }),
      proved: { first: "registration" },
    });
    return { laboratory: presentOpened(laboratory), ticket };
  },
});
