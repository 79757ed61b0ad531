import "server-only";
import { z } from "zod";
import { notFound } from "@/lib/core/problem";
import { openTo, operation } from "@/lib/infra/operation";
import { redraw } from "@/lib/infra/pictures";
import { keepAvatar } from "../repository.profile";
import { PictureBody } from "../schema.profile";

export const setAvatar = operation({
  id: "users.setAvatar",
  http: "PUT /users/me/avatar",
  summary: "Set your picture. It is drawn anew at 256 × 256 pixels; nothing else of the file is kept.",
  scope: "platform",
  permission: openTo("account", "Everybody may show themselves."),
  limit: "write",
  audit: "account.picture_set",
  input: { body: PictureBody },
  output: z.object({ avatarSha256: z.string() }),
  fails: ["validation_failed", "payload_too_large"],
  bodyLimit: 3_000_000,
  prepare: (_, { body }) => redraw("avatar", body.image, "image"),
  async run({ db, actor, now, about }, _, picture) {
    if (!actor.account) throw notFound();
    await keepAvatar(db, now, actor.account.id, picture);
    about({ recordId: actor.account.id });
    return { avatarSha256: picture.sha256 };
  },
});
