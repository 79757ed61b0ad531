import "server-only";
import { z } from "zod";
import { PictureBody } from "@/lib/accounts/schema.profile";
import { operation } from "@/lib/infra/operation";
import { redraw } from "@/lib/infra/pictures";
import { keepLogo } from "../repository.logo";

export const setLogo = operation({
  id: "laboratory.setLogo",
  http: "PUT /laboratory/logo",
  summary:
    "Set the laboratory's logo. It is drawn anew as PNG, at most 640 × 240 pixels; vector files become pixels.",
  scope: "laboratory",
  permission: "laboratory:manage",
  limit: "write",
  audit: "laboratory.logo_set",
  input: { body: PictureBody },
  output: z.object({ logoSha256: z.string(), width: z.int(), height: z.int() }),
  fails: ["validation_failed", "payload_too_large"],
  bodyLimit: 3_000_000,
  prepare: (_, { body }) => redraw("logo", body.image, "image"),
  async run({ db, actor, now, about }, _, logo) {
    const { id } = actor.laboratory;
    await keepLogo(db, now, id, logo);
    about({ recordId: id, details: { logo: { before: actor.laboratory.logoSha256, after: logo.sha256 } } });
    return { logoSha256: logo.sha256, width: logo.width, height: logo.height };
  },
});
