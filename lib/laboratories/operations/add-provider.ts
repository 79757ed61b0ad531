import "server-only";
import { operation } from "@/lib/infra/operation";
import { presentProvider } from "../presenter";
import { createProvider } from "../repository.providers";
import { NewProvider, Provider } from "../schema";

export const addProvider = operation({
  id: "providers.add",
  http: "POST /providers",
  summary: "Add a provider to the directory.",
  scope: "laboratory",
  permission: "provider:manage",
  limit: "write",
  audit: "provider.added",
  input: { body: NewProvider },
  output: Provider,
  fails: ["validation_failed"],
  status: 201,
  location: ({ id }) => `/providers/${id}`,
  async run({ db, actor, now, about }, { body }) {
    const row = await createProvider(db, now, actor.laboratory.id, body);
    about({ recordId: row.id });
    return presentProvider(row);
  },
});
