import "server-only";
import { z } from "zod";
import {
  type PreparedResending,
  prepareResending,
  resend,
} from "@/lib/accounts/operations/resend-verification";
import { findAnyWaiting } from "@/lib/accounts/repository.registrations";
import { MailOnItsWay } from "@/lib/accounts/schema";
import type { Actor } from "@/lib/core/actor";
import { Id } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { originOf, placeOf } from "@/lib/infra/hosts";
import { openTo, operation, type PlatformContext } from "@/lib/infra/operation";

export const resendPendingRegistration = operation({
  id: "operator.resendPendingRegistration",
  http: "POST /operator/pending-registrations/{registrationId}/resend-otp",
  summary: "Mail somebody who registered a new code and a new link.",
  description:
    "The old ones are dead. For people; whoever signs a laboratory up asks for a new code themselves.",
  scope: "platform",
  permission: openTo("operator", "The mail goes to the address that registered, and shows nobody the code."),
  limit: "write",
  audit: "registration.resent",
  input: { params: z.strictObject({ registrationId: Id }), body: z.strictObject({}) },
  output: MailOnItsWay,
  fails: ["not_found", "illegal_move"],
  status: 202,
  prepare: (context, { params }) => prepareOne(context, params.registrationId),
  run: (context, { params }, prepared) => resendOne(context, params.registrationId, prepared),
});

export type Prepared = { there: Actor; resending: PreparedResending };

/** Writes the letters. @throws Problem why it cannot be mailed again. */
export async function prepareOne({ actor, now }: { actor: Actor; now: Date }, id: string): Promise<Prepared> {
  const found = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
    findAnyWaiting(db, now, id),
  );
  if (!found) throw notFound();
  if (found.kind === "laboratory") {
    throw new Problem("illegal_move", "Whoever signs a laboratory up asks for a new code on its page.");
  }
  const there = at(actor, found.host);
  return { there, resending: await prepareResending({ actor: there, now }, { id }) };
}

export function resendOne(
  context: PlatformContext,
  id: string,
  { there, resending }: Prepared,
): Promise<z.output<typeof MailOnItsWay>> {
  return resend({ ...context, actor: there }, { id }, resending);
}

/** The operator, as if they asked where the person registered: code and link are bound to that host. */
function at(actor: Actor, host: string): Actor {
  const place = placeOf(host);
  if (!place) throw notFound();
  return { ...actor, from: { ...actor.from, host, origin: originOf(place) } };
}
