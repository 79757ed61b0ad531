import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentAnalyte } from "../presenter";
import { findAnalyte } from "../repository.find";
import { Analyte } from "../schema";

export const readAnalyte = operation({
  id: "analytes.read",
  http: "GET /analytes/{analyteId}",
  summary: "Read an analyte.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: { params: z.strictObject({ analyteId: Id }) },
  output: Analyte,
  fails: ["not_found"],
  async run({ db, actor }, { params }) {
    return presentAnalyte(await findAnalyte(db, actor.laboratory.id, params.analyteId));
  },
});
