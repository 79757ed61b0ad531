import "server-only";
import { newDevice } from "@/emails/new-device";
import type { Origin } from "@/lib/core/actor";
import { brandFor, compose } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { failureMinutes, failureRules, isStrange, maskedAddress } from "../policy.suspicion";
import { deviceKey, haunts, noteDevice } from "../repository.devices";
import { countFailedAttempts } from "../repository.suspicions";
import { keepNotMe, newNotMe } from "./not-me-link";
import type { Entrant } from "./sign-in";
import { noticeOf, suspect } from "./suspect";

/** How long a place stays one where somebody is known to be. */
const hauntDays = 180;

type Seeing = Pick<PlatformContext, "db" | "actor" | "now" | "mail">;

/**
 * Ties a session that begins to its device (P4). One that the account was not seen on before is announced to its
 * owner (T3), unless it is the very first; a strange one is answered as a suspicion.
 * @returns the device's id; null for a browser that carries nothing to know it by.
 */
export async function seeDevice(
  context: Seeing,
  entrant: Entrant,
  from: Origin,
  timeZone: string | null = null,
): Promise<string | null> {
  const { db, now } = context;
  const { account, laboratory, proved } = entrant;
  const key = deviceKey(from);
  if (key === null) return null;
  // Only a browser says where it is.
  const before =
    timeZone === null
      ? []
      : await haunts(db, account.id, new Date(now.getTime() - hauntDays * 24 * 3_600_000));
  const { id, isNew, isFirst } = await noteDevice(db, now, { accountId: account.id, from, key, timeZone });
  const isBegun = proved.first === "registration" || proved.first === "invitation";
  const since = new Date(now.getTime() - failureMinutes * 60_000);
  const { kind, whoms: bound } = failureRules.password;
  if (isStrange({ ip: from.ip, timeZone }, before)) {
    const evidence = { network: maskedAddress(from.ip), timeZone, device: from.device, isNew };
    await suspect(context, { kind: "new_network", account, laboratory, from, evidence });
  } else if (isNew && !isBegun) {
    const { whoms, attempts } = await countFailedAttempts(db, { ip: from.ip ?? "", kind: "password", since });
    if (whoms >= bound) {
      const evidence = { people: whoms, attempts, minutes: failureMinutes, device: from.device };
      await suspect(context, { kind, account, laboratory, from, evidence });
    } else if (!isFirst) {
      // The first device of an account is no news to who has just made it.
      await announce(context, entrant, from);
    }
  }
  return id;
}

/** Written only once somebody is in: what the door answers to others takes no longer for it. */
async function announce(
  { db, now, mail }: Seeing,
  { account, laboratory }: Entrant,
  from: Origin,
): Promise<void> {
  const notMe = newNotMe(from);
  const told = { ...noticeOf(account, laboratory, from, now), notMeLink: notMe.link };
  const letter = await compose(newDevice, told, brandFor({ laboratory, from }));
  await keepNotMe(db, now, notMe, { accountId: account.id, host: from.host });
  mail(letter);
}
