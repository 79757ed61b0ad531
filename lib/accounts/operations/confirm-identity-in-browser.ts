import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { Confirmation } from "../schema.second-factors";
import { beginAnew } from "./add-factor";
import { confirmPerson, preparePassword } from "./confirm-identity";

export const confirmIdentityInBrowser = operation({
  id: "auth.confirmIdentityInBrowser",
  http: "page",
  summary: "Prove again who you are, in a browser.",
  scope: "platform",
  permission: openTo("account", "Everybody may prove who they are."),
  limit: "confirm",
  audit: "session.confirmed",
  input: { body: Confirmation },
  /** A ticket when the session has seen its first second factor: it may more now, so it is another (S12). */
  output: z.object({ ticket: z.string().nullable() }),
  fails: ["code_invalid", "unauthenticated", "session_ended", "payload_too_large", "unavailable"],
  prepare: ({ actor }, { body }) => preparePassword(actor, body.password),
  async run(context, { body }, password) {
    const { own, second } = await confirmPerson(context, body, password);
    const mayMore = second !== null && own.second === null;
    return { ticket: mayMore ? await beginAnew(context, own, second) : null };
  },
});
