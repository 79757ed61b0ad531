import { z } from "zod";
import { roleNames } from "@/lib/core/access";
import { Id } from "@/lib/core/ids";

export const TokenToValidate = z.strictObject({
  token: z
    .string()
    .min(1)
    .max(4000)
    .regex(/^[\x21-\x7e]+$/, "This is no token.")
    .meta({ description: "An access token, without the word Bearer." }),
});

const example = {
  id: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10",
  slug: "demo",
  name: "Demo Laboratory",
};

/** Whether an access token counts at the address where it was asked for, and whose it is. */
export const ValidatedToken = z.union([
  z.object({
    active: z.literal(true),
    userId: Id,
    sessionId: Id,
    laboratory: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable().meta({ example }),
    roles: z.array(z.enum(roleNames)),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
  z.object({ active: z.literal(false) }),
]);
