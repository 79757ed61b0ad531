import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentProvider } from "../presenter";
import { readProvider } from "../repository.providers";
import { Provider } from "../schema";

export const openProvider = operation({
  id: "providers.open",
  http: "GET /providers/{providerId}",
  summary: "See one provider of the directory.",
  scope: "laboratory",
  permission: "provider:read",
  limit: "read",
  audit: notAudited("It holds nothing about patients."),
  input: { params: z.strictObject({ providerId: Id }) },
  output: Provider,
  fails: ["not_found"],
  run: async ({ db, actor }, { params }) =>
    presentProvider(await readProvider(db, actor.laboratory.id, params.providerId)),
});
