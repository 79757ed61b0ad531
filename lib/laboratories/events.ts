import { fact } from "@/lib/core/events";

/** A laboratory has just been opened; it has its founder and nothing else yet. */
export const laboratoryFounded = fact("laboratory.founded", "laboratoryId");
