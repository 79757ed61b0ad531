import "server-only";
import { notFound } from "@/lib/core/problem";
import type { PlatformContext } from "@/lib/infra/operation";
import { loadStarterCatalogue } from "./repository";

/** A laboratory begins with a catalogue of real tests. */
export async function stockLaboratory(
  { db, now }: PlatformContext,
  { laboratoryId }: Record<string, string>,
): Promise<void> {
  if (!laboratoryId) throw notFound();
  await loadStarterCatalogue(db, laboratoryId, now);
}
