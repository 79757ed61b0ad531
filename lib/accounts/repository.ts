import { isRole } from "@/lib/core/access";
import type { AccountRef, LaboratoryRef, MemberRef } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import type { SessionDoor } from "@/lib/infra/prisma/client";
import { alone } from "@/lib/infra/transaction";

/** Who stands behind a session, as the database says at this very moment. */
export type FoundActor = {
  account: AccountRef;
  member: MemberRef | null;
  laboratory: LaboratoryRef | null;
  session: { id: string; door: SessionDoor; createdAt: Date };
};

/**
 * The person behind a session, or null when it is not valid on this host: ended, idle too long, expired, of
 * another host, or its account, membership or laboratory is no longer active. One message to the database,
 * asked on every request, so that nothing about a person is remembered longer than one of them.
 */
export async function findActor(of: {
  sessionId: string;
  accountId: string;
  host: string;
  door: SessionDoor;
}): Promise<FoundActor | null> {
  const [row] = await alone<{ found: ActorRow | null }>(
    "lims_platform",
    "select find_actor($1, $2, $3, $4, $5) as found",
    [of.sessionId, of.accountId, of.host, of.door, now()],
  );
  if (!row?.found) return null;
  const { account, member, laboratory, signedInAt } = row.found;
  return {
    account,
    member: member && { ...member, roles: member.roles.filter(isRole) },
    laboratory,
    session: { id: of.sessionId, door: of.door, createdAt: new Date(signedInAt) },
  };
}

/** As the database function find_actor writes it. */
type ActorRow = {
  account: AccountRef;
  member: (Omit<MemberRef, "roles"> & { roles: string[] }) | null;
  laboratory: LaboratoryRef | null;
  signedInAt: string;
};

/** The laboratory at an address, or null when there is none that is open. */
export async function findLaboratory(slug: string): Promise<LaboratoryRef | null> {
  const [row] = await alone<{ found: LaboratoryRef }>(
    "lims_platform",
    "select laboratory_ref(l) as found from laboratory l where slug = $1 and state = 'active'",
    [slug],
  );
  return row?.found ?? null;
}
