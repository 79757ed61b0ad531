import type { LabDb } from "@/lib/infra/db";
import type { Picture } from "@/lib/infra/pictures";

/** Puts a logo in the place of the one before; what was printed with that keeps its name. */
export async function keepLogo(db: LabDb, at: Date, laboratoryId: string, logo: Picture): Promise<void> {
  const { sha256, width, height, bytes } = logo;
  await db.sql(
    `insert into laboratory_logo (laboratory_id, sha256, bytes, width, height, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [laboratoryId, sha256, Buffer.from(bytes), width, height, at],
  );
  await showLogo(db, laboratoryId, sha256);
}

export async function showLogo(db: LabDb, laboratoryId: string, sha256: string | null): Promise<void> {
  await db.sql("update laboratory set logo_sha256 = $2 where id = $1", [laboratoryId, sha256]);
}

export async function findLogo(
  db: LabDb,
  laboratoryId: string,
  sha256: string,
): Promise<{ bytes: Uint8Array } | null> {
  return db.laboratoryLogo.findFirst({ where: { laboratoryId, sha256 }, select: { bytes: true } });
}
