import { newId } from "@/lib/core/ids";
import { notFound, Problem } from "@/lib/core/problem";
import { wonRace } from "@/lib/core/version";
import type { LabDb, PlatformDb } from "@/lib/infra/db";
import type { Invitation } from "@/lib/infra/prisma/client";

const days = 7;

export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + days * 24 * 3_600_000);
}

export async function createInvitation(
  db: LabDb,
  now: Date,
  of: Pick<Invitation, "laboratoryId" | "email" | "emailKey" | "roles" | "providerId" | "invitedById">,
): Promise<Invitation> {
  const open = await db.invitation.findFirst({
    where: { laboratoryId: of.laboratoryId, emailKey: of.emailKey, state: "open" },
    select: { id: true },
  });
  if (open) throw alreadyInvited(open.id);
  return db.invitation.create({
    data: { id: newId(), ...of, expiresAt: invitationEnd(now), createdAt: now, updatedAt: now },
  });
}

function alreadyInvited(invitationId: string): Problem {
  return new Problem("already_exists", "This person is invited already. Send the invitation again instead.", {
    errors: { email: ["This person is invited already."] },
    members: { invitationId },
  });
}

export async function listInvitationRows(
  db: LabDb,
  of: { laboratoryId: string; state: Invitation["state"]; before: string | null; limit: number },
): Promise<Invitation[]> {
  const { laboratoryId, state, before, limit } = of;
  return db.invitation.findMany({
    where: { laboratoryId, state, ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
}

/** @throws Problem "not_found", or "illegal_move" when it was accepted or withdrawn. */
export async function readOpenInvitation(db: LabDb, laboratoryId: string, id: string): Promise<Invitation> {
  const row = await db.invitation.findFirst({ where: { laboratoryId, id } });
  if (!row) throw notFound();
  if (row.state !== "open") {
    throw new Problem("illegal_move", "This invitation is no longer open. Invite the person anew if needed.");
  }
  return row;
}

/** The invitation behind a link, while it can be accepted. */
export async function findAcceptable(
  db: PlatformDb,
  now: Date,
  of: { laboratoryId: string; id: string },
): Promise<Invitation | null> {
  return db.invitation.findFirst({ where: { ...of, state: "open", expiresAt: { gt: now } } });
}

/** @throws Problem "conflict" when somebody else was quicker. */
export async function changeInvitation(
  db: LabDb | PlatformDb,
  now: Date,
  invitation: Invitation,
  change: { state: "accepted" | "withdrawn" } | { expiresAt: Date },
): Promise<Invitation> {
  const { laboratoryId, id, version } = invitation;
  const { count } = await db.invitation.updateMany({
    where: { laboratoryId, id, version, state: "open" },
    data: { ...change, version: { increment: 1 }, updatedAt: now },
  });
  wonRace(count);
  return { ...invitation, ...change, version: version + 1, updatedAt: now };
}

/** Open invitations that end in a window and were not touched since it began, with the name of whoever invited. */
export async function endingInvitations(
  db: LabDb,
  laboratoryId: string,
  { from, to }: { from: Date; to: Date },
): Promise<(Invitation & { invitedBy: string })[]> {
  const rows = await db.invitation.findMany({
    where: { laboratoryId, state: "open", expiresAt: { gte: from, lt: to } },
    orderBy: { id: "asc" },
    take: 1000,
  });
  const length = to.getTime() - from.getTime();
  const untouched = rows.filter((row) => row.updatedAt.getTime() < row.expiresAt.getTime() - 2 * length);
  const members = await db.member.findMany({
    where: { laboratoryId, id: { in: untouched.map((row) => row.invitedById) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  return untouched.map((row) => ({ ...row, invitedBy: names.get(row.invitedById) ?? "Your laboratory" }));
}
