import "server-only";
import { operation } from "@/lib/infra/operation";
import { presentKey } from "../presenter.api-keys";
import { insertKey, newKey } from "../repository.api-keys";
import { holdRecentSignIn } from "../repository.sessions";
import { ApiKeyMade, NewApiKey } from "../schema.api-keys";
import { owe, writeSecurityNotice } from "./security-notice";
import { keeperOf } from "./tell-of-key";

const day = 24 * 3_600_000;

export const createApiKey = operation({
  id: "apiKeys.create",
  http: "POST /api-keys",
  summary: "Make an API key for a program of the laboratory.",
  description:
    "The key stands in this answer and nowhere else. It works at this laboratory's address only, and may what its scopes say. Clinical sign-off, members and keys themselves are no scopes: people do those.",
  scope: "platform",
  permission: "key:manage",
  limit: "write",
  audit: "api_key.created",
  input: { body: NewApiKey },
  output: ApiKeyMade,
  fails: ["reauthentication_required", "not_found"],
  status: 201,
  location: ({ id }) => `/api-keys/${id}`,
  // The answer holds a secret.
  idempotency: "none",
  prepare: (context, { body }) =>
    writeSecurityNotice(context, context.actor.account?.id, `The API key “${body.name}” was made.`),
  async run(context, { body }, notice) {
    const { db, actor, now, about } = context;
    const { laboratory, member } = keeperOf(actor);
    await holdRecentSignIn(db, actor, now);
    const made = newKey();
    const { name, expiresInDays } = body;
    const scopes = [...new Set(body.scopes)];
    const row = await insertKey(db, now, {
      ...{ laboratoryId: laboratory.id, createdById: member.id, name, scopes, ...made },
      expiresAt: new Date(now.getTime() + expiresInDays * day),
    });
    await owe(context, notice);
    about({ recordId: row.id, details: { name, prefix: made.prefix, scopes, expiresInDays } });
    return { ...presentKey(row, now), key: made.key };
  },
});
