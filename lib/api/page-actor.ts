import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/core/actor";
import { anonymousActor, sessionActor } from "./actor";
import { readClaim } from "./browser";
import { readOrigin } from "./door";

/** Who looks at this page: asked once a request, however many loads the page makes. */
export const pageActor = cache(async (): Promise<Actor> => {
  const { place, from } = readOrigin(await headers());
  const claim = await readClaim();
  const person = claim ? await sessionActor(claim, "browser", from) : null;
  return person ?? (await anonymousActor(place, from));
});
