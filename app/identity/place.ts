import "server-only";
import type { Actor } from "@/lib/core/actor";
import { hostOf } from "@/lib/infra/hosts";

/** Whose door this is: a laboratory's, the learning portal's or the installation's own. */
export function placeOfActor(actor: Actor): "laboratory" | "learn" | "root" {
  if (actor.laboratory) return "laboratory";
  return actor.from.host === hostOf({ kind: "learn" }) ? "learn" : "root";
}

/** The zone in which times are told here: the laboratory's, or the installation's own. */
export function zoneOf(actor: Actor): string {
  return actor.laboratory?.timeZone ?? "UTC";
}
