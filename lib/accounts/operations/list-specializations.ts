import "server-only";
import { z } from "zod";
import { notAudited, openTo, operation } from "@/lib/infra/operation";
import { specializations } from "../specializations";

const Specializations = z.object({
  data: z.array(
    z.object({
      code: z.string().meta({ example: "cardiology" }),
      name: z.string().meta({ example: "Cardiology" }),
    }),
  ),
});

export const listSpecializations = operation({
  id: "provider.listSpecializations",
  http: "GET /provider/specializations",
  summary: "List the specializations that a provider can register with.",
  scope: "platform",
  permission: openTo("anyone", "The list is the same for everybody and names nobody."),
  limit: "public",
  audit: notAudited("Nothing is changed and nobody is concerned."),
  input: {},
  output: Specializations,
  fails: [],
  run: async () => ({
    data: Object.entries(specializations).map(([code, name]) => ({ code, name })),
  }),
});
