import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { endSessions, writeTicket } from "../repository.sessions";
import { SignIn } from "../schema";
import { admit, provePassword } from "./sign-in";

/** The password form: it answers with a ticket, which `openBrowserSession` turns into a session of this host. */
export const startBrowserSession = operation({
  id: "auth.startBrowserSession",
  http: "page",
  summary: "Sign in with a name and a password, in a browser.",
  scope: "platform",
  permission: openTo("anyone", "The password is the proof."),
  limit: "sign-in",
  audit: "account.signed_in",
  input: { body: SignIn },
  output: z.object({ ticket: z.string() }),
  fails: ["unauthenticated", "payload_too_large", "unavailable"],
  prepare: (_, { body }) => provePassword(body),
  async run(context, _, proof) {
    const { db, actor, now } = context;
    const { account, laboratory } = await admit(context, proof);
    if (actor.account && actor.session?.door === "browser") {
      // Nobody goes on in a session that began before this sign-in (S12).
      await endSessions(db, now, { accountId: actor.account.id, id: actor.session.id }, "replaced");
    }
    const host = actor.from.host;
    return {
      ticket: await writeTicket(db, now, {
        accountId: account.id,
        laboratoryId: laboratory?.id ?? null,
        host,
      }),
    };
  },
});
