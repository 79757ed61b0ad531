import { labColours } from "@/lib/core/colour";
import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";

/** What stands at the head of everything the laboratory prints. */
export type Letterhead = {
  name: string;
  addressLines: string[];
  licence?: string;
  director?: string;
  phone?: string;
  timeZone: string;
  /** Moved until it shows on white paper. */
  colourLine: string;
};

export async function findLetterhead(db: LabDb, laboratoryId: string): Promise<Letterhead> {
  const row = await db.laboratory.findFirst({ where: { id: laboratoryId } });
  if (!row) throw notFound();
  return {
    name: row.name,
    addressLines: row.addressLines,
    ...(row.licence && { licence: row.licence }),
    ...(row.director && { director: row.director }),
    ...(row.phone && { phone: row.phone }),
    timeZone: row.timeZone,
    colourLine: labColours(row.colour).light.line,
  };
}
