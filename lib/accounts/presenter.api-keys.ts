import type { KeyWithMaker } from "./repository.api-keys";
import type { ApiKeyView } from "./schema.api-keys";

export function presentKey(key: KeyWithMaker, now: Date): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    state: stateOf(key, now),
    createdBy: key.createdBy.displayName,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
    replacedById: key.replacedById,
    version: key.version,
  };
}

function stateOf(key: KeyWithMaker, now: Date): ApiKeyView["state"] {
  if (key.revokedAt) return "revoked";
  if (key.expiresAt <= now) return "expired";
  return key.replacedById ? "replaced" : "active";
}
