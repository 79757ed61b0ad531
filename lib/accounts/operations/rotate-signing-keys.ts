import "server-only";
import { z } from "zod";
import { openTo, operation } from "@/lib/infra/operation";
import { rotateKeys } from "@/lib/infra/signing-keys";

/** For the schedule, once a day: a key signs for 30 days. */
export const rotateSigningKeys = operation({
  id: "auth.rotateSigningKeys",
  http: "page",
  summary: "Make the successor of the key that signs access tokens, when it is due.",
  scope: "platform",
  permission: openTo("operator", "A schedule does this; nothing of a key is told."),
  limit: "write",
  audit: "signing_keys.checked",
  input: {},
  output: z.object({ rotated: z.boolean() }),
  fails: [],
  async run({ now, about }) {
    const kid = await rotateKeys(now);
    about(kid ? { recordId: kid, details: { rotated: true } } : {});
    return { rotated: kid !== null };
  },
});
