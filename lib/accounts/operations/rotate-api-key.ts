import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { Problem } from "@/lib/core/problem";
import { operation } from "@/lib/infra/operation";
import { isKeyScope } from "../policy.api-keys";
import { presentKey } from "../presenter.api-keys";
import { changeKey, holdKey, insertKey, newKey } from "../repository.api-keys";
import { holdRecentSignIn } from "../repository.sessions";
import { ApiKeyMade, Rotation } from "../schema.api-keys";
import { owe } from "./security-notice";
import { keeperOf, noticeOfKey } from "./tell-of-key";

const hour = 3_600_000;

export const rotateApiKey = operation({
  id: "apiKeys.rotate",
  http: "POST /api-keys/{keyId}/rotate",
  summary: "Make a key's successor; the old one goes on for a while.",
  description:
    "The successor has the same name and scopes, and stands in this answer only. The old key goes on for overlap_hours, so that programs can be changed one by one.",
  scope: "platform",
  permission: "key:manage",
  limit: "write",
  audit: "api_key.rotated",
  input: { params: z.strictObject({ keyId: Id }), body: Rotation },
  output: ApiKeyMade,
  fails: ["reauthentication_required", "not_found", "illegal_move"],
  status: 201,
  location: ({ id }) => `/api-keys/${id}`,
  // The answer holds a secret.
  idempotency: "none",
  prepare: (context, { params }) =>
    noticeOfKey(context, params.keyId, (name) => `The API key “${name}” was replaced by a new one.`),
  async run(context, { params, body }, notice) {
    const { db, actor, now, about } = context;
    const { laboratory, member } = keeperOf(actor);
    await holdRecentSignIn(db, actor, now);
    const old = await holdKey(db, laboratory.id, params.keyId);
    if (old.revokedAt || old.expiresAt <= now || old.replacedById) {
      throw new Problem("illegal_move", "This key is over or has a successor already. Make a new one.");
    }
    const made = newKey();
    const row = await insertKey(db, now, {
      ...{ laboratoryId: laboratory.id, createdById: member.id, name: old.name, ...made },
      scopes: old.scopes.filter(isKeyScope),
      expiresAt: new Date(now.getTime() + body.expiresInDays * 24 * hour),
    });
    const until = new Date(Math.min(old.expiresAt.getTime(), now.getTime() + body.overlapHours * hour));
    await changeKey(db, now, old, { replacedById: row.id, expiresAt: until });
    await owe(context, notice);
    about({ recordId: old.id, details: { name: old.name, replacedBy: row.id, until: until.toISOString() } });
    return { ...presentKey(row, now), key: made.key };
  },
});
