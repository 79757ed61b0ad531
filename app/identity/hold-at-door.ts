import "server-only";
import { redirect } from "next/navigation";
import { currentPath } from "@/lib/api/load";
import type { Actor } from "@/lib/core/actor";

/** Leads a locked screen to where it is unlocked, whatever was asked for. */
export async function holdLocked({ session }: Actor): Promise<void> {
  if (session?.isLocked) redirect(`/sign-in/locked?next=${encodeURIComponent(await currentPath())}`);
}

/**
 * Leads to where they prove it those who may not work yet: behind a locked screen, or with a role that this
 * laboratory asks for a second factor. Every operation asks for itself; this spares them a page of refusals.
 */
export async function holdAtDoor(actor: Actor): Promise<void> {
  await holdLocked(actor);
  if (actor.session?.wantsSecondFactor) {
    redirect(`/confirm-identity?next=${encodeURIComponent(await currentPath())}`);
  }
}
