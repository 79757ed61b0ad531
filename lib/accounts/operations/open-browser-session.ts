import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { timeZones } from "@/lib/core/time-zones";
import { openTo, operation } from "@/lib/infra/operation";
import { findPerson } from "../repository";
import { spendTicket, startSession } from "../repository.sessions";
import { Token } from "../schema";
import { seeDevice } from "./see-device";

/** The other half of every browser sign-in: a ticket of this host becomes a session of this host (S18a). */
export const openBrowserSession = operation({
  id: "auth.openBrowserSession",
  http: "page",
  summary: "Open a browser session with a single-use ticket.",
  scope: "platform",
  permission: openTo("anyone", "The ticket is the proof: 256 bits, one use, one minute, one host."),
  limit: "public",
  audit: "session.opened",
  input: {
    body: z.strictObject({
      ticket: Token,
      // Told by the browser, so worth a hint and no more.
      timeZone: z.string().max(60).nullish().catch(null),
    }),
  },
  output: z.object({ sessionId: Id, accountId: Id }),
  fails: ["code_invalid"],
  async run(context, { body }) {
    const { db, actor, now, about } = context;
    const { from } = actor;
    const spent = await spendTicket(db, now, { ticket: body.ticket, host: from.host });
    const laboratoryId = actor.laboratory?.id ?? null;
    const person =
      spent?.laboratoryId === laboratoryId && (await findPerson(db, spent.accountId, laboratoryId));
    if (!person || (laboratoryId !== null && !person.member)) {
      throw new Problem("code_invalid", "This sign-in took too long. Sign in again.");
    }
    const accountId = person.account.id;
    const { proved } = spent;
    const entrant = { ...person, laboratory: actor.laboratory, proved };
    // Only a page brings a ticket, whatever else it carries.
    const browser = { ...from, deviceToken: from.deviceToken ?? "" };
    const timeZone = knownZone(body.timeZone);
    const deviceId = await seeDevice(context, entrant, browser, timeZone);
    const opened = { accountId, laboratoryId, door: "browser", from, proved, deviceId, timeZone } as const;
    const session = await startSession(db, now, opened);
    about({ recordId: session.id, details: { name: person.member?.name ?? person.account.publicId } });
    return { sessionId: session.id, accountId };
  },
});

function knownZone(given: string | null | undefined): string | null {
  return given && timeZones().includes(given) ? given : null;
}
