import "server-only";
import { z } from "zod";
import { operation } from "@/lib/infra/operation";
import { showLogo } from "../repository.logo";

export const removeLogo = operation({
  id: "laboratory.removeLogo",
  http: "DELETE /laboratory/logo",
  summary: "Show the laboratory's initial instead of a logo.",
  scope: "laboratory",
  permission: "laboratory:manage",
  limit: "write",
  audit: "laboratory.logo_removed",
  input: {},
  output: z.undefined(),
  fails: [],
  async run({ db, actor, about }) {
    const { id, logoSha256 } = actor.laboratory;
    await showLogo(db, id, null);
    about({ recordId: id, details: { logo: { before: logoSha256, after: null } } });
    return undefined;
  },
});
