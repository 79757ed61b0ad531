import "server-only";
import { notFound } from "next/navigation";
import { pageActor } from "@/lib/api/page-actor";
import type { LabActor } from "@/lib/core/actor";

/** Who looks at a page of this laboratory. What they may see is still each operation's to decide. */
export async function benchActor(): Promise<LabActor> {
  const actor = await pageActor();
  const { laboratory } = actor;
  if (!laboratory) notFound();
  return { ...actor, laboratory };
}
