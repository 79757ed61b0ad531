import "server-only";
import { z } from "zod";
import { findSessionProof, writeTicket } from "@/lib/accounts/repository.sessions";
import { hostOf } from "@/lib/infra/hosts";
import { openTo, operation } from "@/lib/infra/operation";
import { ConfirmedInBrowser, OpenedLaboratory, OwnLaboratory } from "../schema";
import { foundLaboratory } from "./found-laboratory";
import { presentOpened } from "./open-laboratory";

const founding = {
  scope: "platform",
  permission: openTo(
    "account",
    "Everybody with an account may open a laboratory, and is alone in it at first.",
  ),
  limit: "sign-up",
  audit: "laboratory.opened",
  input: { body: OwnLaboratory },
  fails: ["already_exists", "not_found"],
} as const;

export const foundOwnLaboratory = operation({
  ...founding,
  id: "users.foundLaboratory",
  http: "POST /laboratories/own",
  summary: "Open a further laboratory with the account that you have.",
  description: "At the root address. Sign in at the laboratory's own address, the answer's laboratory.url.",
  output: z.object({ laboratory: OpenedLaboratory }),
  status: 201,
  run: async (context, { body }) => ({ laboratory: presentOpened(await foundLaboratory(context, body)) }),
});

/** As `foundOwnLaboratory`, for a browser, whose cookie never spans hosts: it carries a ticket there (S18a). */
export const foundOwnLaboratoryInBrowser = operation({
  ...founding,
  id: "users.foundLaboratoryInBrowser",
  http: "page",
  summary: "Open a further laboratory with the account that you have, in a browser.",
  output: ConfirmedInBrowser,
  async run(context, { body }) {
    const laboratory = await foundLaboratory(context, body);
    const { db, actor, now } = context;
    const ticket = await writeTicket(db, now, {
      accountId: actor.account?.id ?? "",
      laboratoryId: laboratory.id,
      host: hostOf({ kind: "laboratory", slug: laboratory.slug }),
      // What was proved here was proved by the same person a moment ago.
      proved: await findSessionProof(db, actor.session?.id ?? ""),
    });
    return { laboratory: presentOpened(laboratory), ticket };
  },
});
