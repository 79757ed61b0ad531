import { loadStarterCatalogue } from "@/lib/catalogue/repository";
import { now } from "@/lib/core/clock";
import { inPlatform } from "@/lib/infra/db";
import { a, type Lab } from "./a";

/** A laboratory that certainly has the starter catalogue. */
export async function aLaboratoryWithCatalogue(wish: Parameters<typeof a.laboratory>[0] = {}): Promise<Lab> {
  const lab = await a.laboratory(wish);
  await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
    const [some] = await db.sql("select 1 from test limit 1");
    if (!some) await loadStarterCatalogue(db, lab.ref.id, now());
  });
  return lab;
}
