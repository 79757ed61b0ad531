import { z } from "zod";
import { permissions } from "@/lib/core/access";
import { Id } from "@/lib/core/ids";
import { line } from "@/lib/core/text";
import { keyDays, keyScopes, overlapHours } from "./policy.api-keys";

const Scope = z.enum(keyScopes);

const days = z.coerce.number().int().min(1).max(keyDays.max).default(keyDays.usual);

/** A program's way into the laboratory, as it is asked for. */
export const NewApiKey = z
  .strictObject({
    name: line({ max: 80 }).meta({ description: "What the key is for, in your words." }),
    scopes: z.array(Scope).min(1, "Choose what the program may do.").max(keyScopes.length),
    expiresInDays: days.meta({ description: "At most a year." }),
  })
  .meta({ example: { name: "Booking system", scopes: ["patient:read", "order:place"], expiresInDays: 90 } });

/** A key's successor: same name, same scopes. */
export const Rotation = z
  .strictObject({
    overlapHours: z.coerce
      .number()
      .int()
      .min(0)
      .max(overlapHours.max)
      .default(overlapHours.usual)
      .meta({ description: "How long the old key goes on, in hours: at most seven days." }),
    expiresInDays: days,
  })
  .meta({ example: { overlapHours: 24, expiresInDays: 90 } });

export const KeyState = z.enum(["active", "replaced", "expired", "revoked"]);

/** A key without its secret, which nobody can read again. */
export const ApiKeyView = z.object({
  id: Id,
  name: z.string().meta({ example: "Booking system" }),
  prefix: z.string().meta({ example: "mvk_7q2m9xkd", description: "By which people know it." }),
  // A permission that was once granted stays readable, also when keys may no longer have it.
  scopes: z.array(z.string()).meta({ example: ["patient:read", "order:place"] }),
  state: KeyState.meta({ description: "A replaced key goes on until it expires." }),
  createdBy: z.string().meta({ example: "Ada Okafor" }),
  createdAt: z.iso.datetime({ offset: true }),
  expiresAt: z.iso.datetime({ offset: true }),
  lastUsedAt: z.iso.datetime({ offset: true }).nullable(),
  revokedAt: z.iso.datetime({ offset: true }).nullable(),
  replacedById: Id.nullable(),
  version: z.int(),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;

/** A new key, with its secret: shown now and never again. */
export const ApiKeyMade = ApiKeyView.extend({
  key: z.string().meta({ description: "Send it as a bearer token. It is not shown again." }),
});

/** What a scope lets a program do. */
export function scopeWords(scope: string): string {
  return Object.entries(permissions).find(([name]) => name === scope)?.[1] ?? scope;
}
