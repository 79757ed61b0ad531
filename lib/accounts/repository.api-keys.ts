import { randomInt } from "node:crypto";
import { isRole } from "@/lib/core/access";
import type { KeyRef, MemberRef } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { notFound } from "@/lib/core/problem";
import { enterLaboratory, type PlatformDb } from "@/lib/infra/db";
import type { ApiKey } from "@/lib/infra/prisma/client";
import { randomToken, tokenHash } from "@/lib/infra/secrets";
import { alone } from "@/lib/infra/transaction";
import { isKeyScope } from "./policy.api-keys";

/** How every key begins, so that people and scanners know one when they see it. */
export const keyMark = "mvk_";

// Without letters that are taken for one another.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A key as its program holds it, and the part of it that may be shown. */
export function newKey(): { key: string; prefix: string } {
  const visible = Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
  const prefix = `${keyMark}${visible}`;
  return { key: `${prefix}_${randomToken()}`, prefix };
}

/** The key behind a bearer token in one laboratory, as the database says at this moment; null when it is none. */
export async function findKey(key: string, laboratoryId: string, at: Date): Promise<KeyRef | null> {
  const [row] = await alone<{ found: { id: string; name: string; scopes: string[] } | null }>(
    "lims_platform",
    "select find_key($1, $2, $3) as found",
    [tokenHash(key), laboratoryId, at],
  );
  return row?.found ? { ...row.found, scopes: row.found.scopes.filter(isKeyScope) } : null;
}

export type KeyWithMaker = ApiKey & { createdBy: { accountId: string; displayName: string } };

const withMaker = { createdBy: { select: { accountId: true, displayName: true } } } as const;

export async function insertKey(
  db: PlatformDb,
  at: Date,
  given: {
    laboratoryId: string;
    createdById: string;
    name: string;
    scopes: string[];
    key: string;
    prefix: string;
    expiresAt: Date;
  },
): Promise<KeyWithMaker> {
  const { key, ...rest } = given;
  return db.apiKey.create({
    data: { id: newId(), ...rest, hash: tokenHash(key), createdAt: at, updatedAt: at },
    include: withMaker,
  });
}

/** @throws Problem "not_found" */
export async function readKey(db: PlatformDb, laboratoryId: string, id: string): Promise<KeyWithMaker> {
  const found = await db.apiKey.findFirst({ where: { laboratoryId, id }, include: withMaker });
  if (!found) throw notFound();
  return found;
}

/** As `readKey`, held until the transaction ends: of two who change it at once, the second sees the first. */
export async function holdKey(db: PlatformDb, laboratoryId: string, id: string): Promise<KeyWithMaker> {
  await db.sql("select from api_key where laboratory_id = $1 and id = $2 for update", [laboratoryId, id]);
  return readKey(db, laboratoryId, id);
}

export async function changeKey(
  db: PlatformDb,
  at: Date,
  { laboratoryId, id }: ApiKey,
  data: { revokedAt?: Date; replacedById?: string; expiresAt?: Date },
): Promise<void> {
  await db.apiKey.updateMany({
    where: { laboratoryId, id },
    data: { ...data, version: { increment: 1 }, updatedAt: at },
  });
}

export async function findKeys(
  db: PlatformDb,
  of: { laboratoryId: string; before: string | null; limit: number },
): Promise<KeyWithMaker[]> {
  const { laboratoryId, before, limit } = of;
  return db.apiKey.findMany({
    where: { laboratoryId, ...(before !== null && { id: { lt: before } }) },
    include: withMaker,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
}

/** Keys of one laboratory that are dead now, and who had made them. */
export type RevokedKeys = {
  laboratoryId: string;
  member: Pick<MemberRef, "id" | "name" | "roles">;
  keys: { name: string; prefix: string }[];
};

/** Revokes what keys an account has made since then, in whichever of its laboratories: they outlive every password. */
export async function revokeKeysSince(
  db: PlatformDb,
  at: Date,
  of: { accountId: string; since: Date; laboratoryId: string | null },
): Promise<RevokedKeys[]> {
  const { accountId, since, laboratoryId: here } = of;
  const revoked: RevokedKeys[] = [];
  // A person's memberships are seen in the person's own name, and keys in their laboratory.
  await db.sql("select set_config('app.account_id', $1, true)", [accountId]);
  for (const { laboratoryId, id, displayName, roles } of await db.member.findMany({ where: { accountId } })) {
    await enterLaboratory(laboratoryId, accountId);
    const keys = await db.apiKey.updateManyAndReturn({
      where: { laboratoryId, createdById: id, createdAt: { gt: since }, revokedAt: null },
      data: { revokedAt: at, version: { increment: 1 }, updatedAt: at },
      select: { name: true, prefix: true },
    });
    const member = { id, name: displayName, roles: roles.filter(isRole) };
    if (keys.length > 0) revoked.push({ laboratoryId, member, keys });
  }
  await db.sql("select set_config('app.laboratory_id', $1, true)", [here ?? ""]);
  return revoked;
}
