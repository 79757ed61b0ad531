import "server-only";
import { z } from "zod";
import { notFound } from "@/lib/core/problem";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { findAvatar } from "../repository.profile";

export const readAvatar = operation({
  id: "users.readAvatar",
  http: "GET /users/me/avatar",
  summary: "Your picture, as JPEG.",
  scope: "platform",
  permission: openTo("account", "A picture is shown to its owner only."),
  limit: "read",
  audit: notAudited("A person looks at their own picture."),
  input: {},
  output: z.instanceof(Uint8Array),
  fails: ["not_found"],
  bytes: { contentType: "image/jpeg" },
  async run({ db, actor }) {
    const found = actor.account && (await findAvatar(db, actor.account.id));
    if (!found) throw notFound();
    return new Uint8Array(found.bytes);
  },
});
