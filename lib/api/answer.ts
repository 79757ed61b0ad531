import type { Allowance } from "@/lib/infra/limits";

/** What a door gets back from `perform`. */
export type Answer = {
  status: number;
  body: unknown;
  etag: string | null;
  location: string | null;
  allowance: Allowance | null;
  replayed: boolean;
};
