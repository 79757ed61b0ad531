import "server-only";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import { anonymousActor, sessionActor } from "./actor";
import { readClaim } from "./browser";
import { readOrigin } from "./door";

/** Who looks at this page: asked once a request, however many loads the page makes. */
export const pageActor = cache(async (): Promise<Actor> => {
  const { place, from } = readOrigin(await headers());
  const claim = await readClaim();
  const person = claim ? await sessionActor(claim, "browser", from) : null;
  return person ?? (await anonymousActor(place, from).catch(nowhere));
});

/** An address that no laboratory has is a page that is not there. */
function nowhere(error: unknown): never {
  if (error instanceof Problem && error.code === "not_found") notFound();
  throw error;
}
