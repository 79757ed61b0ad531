import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { slugFault } from "../policy";
import { isSlugTaken } from "../repository";
import { Availability } from "../schema";

export const checkAvailability = operation({
  id: "laboratories.checkAvailability",
  http: "GET /laboratories/availability",
  summary: "See whether a laboratory can have an address.",
  scope: "platform",
  permission: openTo("anyone", "That a laboratory exists is no secret: its address answers."),
  limit: "public",
  audit: notAudited("Nothing is changed and nobody is concerned."),
  input: { query: z.strictObject({ slug: z.string().max(100) }) },
  output: Availability,
  fails: ["malformed_request"],
  async run({ db }, { query }) {
    const slug = query.slug.trim().toLowerCase();
    const fault = slugFault(slug);
    if (fault) return { slug, available: false, reason: fault };
    if (await isSlugTaken(db, slug)) return { slug, available: false, reason: "taken" as const };
    return { slug, available: true };
  },
});
