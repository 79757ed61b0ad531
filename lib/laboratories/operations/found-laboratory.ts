import "server-only";
import type { LaboratoryRef } from "@/lib/core/actor";
import { notFound, Problem } from "@/lib/core/problem";
import { hostOf } from "@/lib/infra/hosts";
import type { PlatformContext } from "@/lib/infra/operation";
import { laboratoryFounded } from "../events";
import { slugFault } from "../policy";
import { createLaboratory, isSlugTaken, slugTaken } from "../repository";
import type { OwnLaboratory } from "../schema";
import { openedOf } from "./open-laboratory";

/**
 * Opens a further laboratory for somebody who is signed in at the root address, as its administrator.
 * @throws Problem "not_found" elsewhere, "already_exists" for an address that is another's.
 */
export async function foundLaboratory(
  { db, actor, now, emit, about }: PlatformContext,
  body: OwnLaboratory,
): Promise<LaboratoryRef> {
  const { account, from } = actor;
  if (!account || from.host !== hostOf({ kind: "root" })) throw notFound();
  if (slugFault(body.slug) === "reserved") {
    throw new Problem("validation_failed", "1 field needs attention.", {
      errors: { slug: ["This address is reserved. Choose another."] },
    });
  }
  if (await isSlugTaken(db, body.slug)) throw slugTaken();
  const displayName = `${account.firstName} ${account.lastName}`;
  const founded = await createLaboratory(db, {
    ...{ now, ...body },
    founder: { accountId: account.id, displayName, email: account.email },
  });
  emit(laboratoryFounded({ laboratoryId: founded.laboratory.id }));
  about(openedOf(founded));
  return founded.laboratory;
}
