import "server-only";
import { z } from "zod";
import { notFound } from "@/lib/core/problem";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { findLogo } from "../repository.logo";

export const readLogo = operation({
  id: "laboratory.readLogo",
  http: "page",
  summary: "The laboratory's logo, by its name.",
  scope: "laboratory",
  permission: openTo("anyone", "A logo stands on the sign-in page and on every report."),
  limit: "public",
  audit: notAudited("Everybody who sees the sign-in page sees it."),
  input: { params: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
  output: z.instanceof(Uint8Array),
  fails: ["not_found"],
  bytes: { contentType: "image/png" },
  async run({ db, actor }, { params }) {
    const found = await findLogo(db, actor.laboratory.id, params.sha256);
    if (!found) throw notFound();
    return new Uint8Array(found.bytes);
  },
});
