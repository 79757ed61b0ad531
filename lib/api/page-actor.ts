import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { isSuspended } from "@/lib/accounts/repository";
import type { Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import { anonymousActor, sessionActor } from "./actor";
import { readClaim, readDeviceToken } from "./browser";
import { readOrigin } from "./door";

/** Who acts on this page. @throws Problem where there is nobody to act: no such laboratory, or a suspended one. */
export const actingActor = cache(async (): Promise<Actor> => {
  const { place, from: knocked } = readOrigin(await headers());
  const from = { ...knocked, deviceToken: await readDeviceToken() };
  const claim = await readClaim();
  const person = claim ? await sessionActor(claim, "browser", from) : null;
  return person ?? (await anonymousActor(place, from));
});

/** Who looks at this page: asked once a request, however many loads the page makes. */
export const pageActor = cache((): Promise<Actor> => actingActor().catch(nowhere));

/** An address that no laboratory has is a page that is not there; a suspended one's says so (app/forbidden.tsx). */
function nowhere(error: unknown): never {
  if (error instanceof Problem && error.code === "not_found") notFound();
  if (error instanceof Problem && error.code === "unavailable") forbidden();
  throw error;
}

/** Whether this is the address of a laboratory that operators have suspended. */
export const isSuspendedHere = cache(async (): Promise<boolean> => {
  const { place } = readOrigin(await headers());
  return place.kind === "laboratory" && (await isSuspended(place.slug));
});
