import "server-only";
import { findActor, findLaboratory, isSuspended } from "@/lib/accounts/repository";
import { findKey, keyMark } from "@/lib/accounts/repository.api-keys";
import type { Actor, Origin } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { Problem } from "@/lib/core/problem";
import type { Place } from "@/lib/infra/hosts";
import { verifyAccessToken } from "@/lib/infra/tokens";

/**
 * Nobody in particular, at a place.
 * @throws Problem "not_found" when no laboratory has this address, "unavailable" when it is suspended.
 */
export async function anonymousActor(place: Place, from: Origin): Promise<Actor> {
  const laboratory = place.kind === "laboratory" ? await findLaboratory(place.slug) : null;
  if (place.kind === "laboratory" && !laboratory) {
    if (await isSuspended(place.slug)) throw new Problem("unavailable", suspendedWords);
    throw new Problem("not_found", "No laboratory answers at this address. Check how it is spelt.");
  }
  return {
    kind: "anonymous",
    name: "Not signed in",
    laboratory,
    account: null,
    member: null,
    session: null,
    from,
  };
}

/** What everybody hears at the address of a laboratory that operators have suspended. */
const suspendedWords =
  "This laboratory is suspended: nobody can work here now. Its records are kept. Ask whoever runs this installation.";

/** Whoever holds a session of this host; null when it has ended or belongs elsewhere. */
export async function sessionActor(
  claim: { sessionId: string; accountId: string },
  door: "browser" | "program",
  from: Origin,
): Promise<Actor | null> {
  const found = await findActor({ ...claim, host: from.host, door });
  if (!found) return null;
  const { account, member, laboratory, session } = found;
  const name = member?.name ?? `${account.firstName} ${account.lastName}`;
  return { kind: "person", name, laboratory, account, member, session, from };
}

/**
 * The actor of a program: a bearer token, never a cookie (S20).
 * @throws Problem "session_ended" for a token that no longer counts, "unauthenticated" for one that never did.
 */
export async function programActor(authorization: string | null, place: Place, from: Origin): Promise<Actor> {
  if (authorization === null) return anonymousActor(place, from);
  const token = /^Bearer ([\w.~+/=-]{1,4000})$/i.exec(authorization)?.[1];
  if (token?.startsWith(keyMark)) return keyActor(token, place, from);
  const claim = token ? await verifyAccessToken(token, from.origin) : null;
  if (!claim)
    throw new Problem("unauthenticated", "This token is not valid here. Sign in again for a new one.");
  const actor = await sessionActor(claim, "program", from);
  // A suspended laboratory has ended its sessions, and says that it was not the session.
  if (!actor) await anonymousActor(place, from);
  if (!actor) throw new Problem("session_ended", "Your session has ended. Sign in again.");
  return actor;
}

/** A program with a key of the laboratory at this address (S6): it is nobody, and may what the key's scopes say. */
async function keyActor(token: string, place: Place, from: Origin): Promise<Actor> {
  const nobody = await anonymousActor(place, from);
  const { laboratory } = nobody;
  const key = laboratory && (await findKey(token, laboratory.id, now()));
  if (key) return { ...nobody, kind: "key", name: key.name, key };
  throw new Problem(
    "unauthenticated",
    "This key is not valid here. It may have run out, been revoked, or be another laboratory's.",
  );
}
