import { v7 } from "uuid";
import { z } from "zod";

/** Internal ids: UUIDv7, so that they sort by the time they were made. */
export function newId(): string {
  return v7();
}

export const Id = z.uuid("This is not an id.").meta({ example: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" });
