import "server-only";
import { forbidden, notFound } from "next/navigation";
import { pageActor } from "@/lib/api/page-actor";
import type { Permission } from "@/lib/core/access";
import { type LabActor, may } from "@/lib/core/actor";

/**
 * Who looks at a page of this laboratory. What they may see is still each operation's to decide.
 * @param needs what the page is for, where none of its loads asks for it.
 */
export async function benchActor(needs?: Permission): Promise<LabActor> {
  const actor = await pageActor();
  const { laboratory } = actor;
  if (!laboratory) notFound();
  // Who is not signed in is led to the door by the layout around the page.
  if (needs && actor.member && !may(actor, needs)) forbidden();
  return { ...actor, laboratory };
}
