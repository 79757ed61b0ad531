import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";

export const stayAwake = operation({
  id: "auth.stayAwake",
  http: "page",
  summary: "Say that somebody is at this screen.",
  scope: "platform",
  permission: openTo("account", "It says nothing but that the session is in use."),
  limit: "write",
  audit: notAudited("Said once a minute while somebody types."),
  input: {},
  output: z.undefined(),
  fails: [],
  // Who asks is looked up for every request, and that writes down when.
  run: async () => undefined,
});
