import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { changeKey, holdKey } from "../repository.api-keys";
import { holdRecentSignIn } from "../repository.sessions";
import { owe } from "./security-notice";
import { keeperOf, noticeOfKey } from "./tell-of-key";

export const revokeApiKey = operation({
  id: "apiKeys.revoke",
  http: "DELETE /api-keys/{keyId}",
  summary: "Revoke an API key: it is dead at once.",
  scope: "platform",
  permission: "key:manage",
  limit: "write",
  audit: "api_key.revoked",
  input: { params: z.strictObject({ keyId: Id }) },
  output: z.undefined(),
  fails: ["reauthentication_required", "not_found"],
  prepare: (context, { params }) =>
    noticeOfKey(context, params.keyId, (name) => `The API key “${name}” was revoked.`),
  async run(context, { params }, notice) {
    const { db, actor, now, about } = context;
    const { laboratory } = keeperOf(actor);
    await holdRecentSignIn(db, actor, now);
    const key = await holdKey(db, laboratory.id, params.keyId);
    about({ recordId: key.id, details: { name: key.name, prefix: key.prefix } });
    if (key.revokedAt) return undefined;
    await changeKey(db, now, key, { revokedAt: now });
    await owe(context, notice);
    return undefined;
  },
});
