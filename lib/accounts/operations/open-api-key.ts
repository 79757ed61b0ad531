import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentKey } from "../presenter.api-keys";
import { readKey } from "../repository.api-keys";
import { ApiKeyView } from "../schema.api-keys";
import { keeperOf } from "./tell-of-key";

export const openApiKey = operation({
  id: "apiKeys.open",
  http: "GET /api-keys/{keyId}",
  summary: "See an API key, without its secret.",
  scope: "platform",
  permission: "key:manage",
  limit: "read",
  audit: notAudited("Keys hold no patient's data, and their secrets are not told."),
  input: { params: z.strictObject({ keyId: Id }) },
  output: ApiKeyView,
  fails: ["not_found"],
  async run({ db, actor, now }, { params }) {
    return presentKey(await readKey(db, keeperOf(actor).laboratory.id, params.keyId), now);
  },
});
