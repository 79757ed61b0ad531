import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { presentProvider } from "../presenter";
import { changeProviderRow, readProvider } from "../repository.providers";
import { Provider } from "../schema";

export const retireProvider = operation({
  id: "providers.retire",
  http: "POST /providers/{providerId}/retire",
  summary: "Take a provider out of the directory: no new order can name them, former ones still do.",
  scope: "laboratory",
  permission: "provider:manage",
  limit: "write",
  audit: "provider.retired",
  input: { params: z.strictObject({ providerId: Id }) },
  output: Provider,
  fails: ["not_found", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch }, { params }) {
    const before = await readProvider(db, actor.laboratory.id, params.providerId);
    checkVersion(before.version, ifMatch);
    if (before.retiredAt) throw new Problem("illegal_move", "This provider is out of the directory already.");
    return presentProvider(await changeProviderRow(db, now, before, { retiredAt: now }));
  },
});
