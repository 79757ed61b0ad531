import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { changesOf } from "../policy";
import { presentProvider } from "../presenter";
import { changeProviderRow, readProvider } from "../repository.providers";
import { Provider, ProviderChange } from "../schema";

export const changeProvider = operation({
  id: "providers.change",
  http: "PATCH /providers/{providerId}",
  summary: "Correct a provider of the directory.",
  scope: "laboratory",
  permission: "provider:manage",
  limit: "write",
  audit: "provider.changed",
  input: { params: z.strictObject({ providerId: Id }), body: ProviderChange },
  output: Provider,
  fails: ["not_found", "validation_failed", "precondition_failed", "conflict"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const before = await readProvider(db, actor.laboratory.id, params.providerId);
    checkVersion(before.version, ifMatch);
    const after = await changeProviderRow(db, now, before, body);
    about({ details: changesOf(before, body) });
    return presentProvider(after);
  },
});
