import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { refuseRetired, refuseUsed } from "../policy";
import { presentAnalyte } from "../presenter";
import { findAnalyte } from "../repository.find";
import { updateAnalyte, usersOf } from "../repository.items";
import { Analyte } from "../schema";

export const retireAnalyte = operation({
  id: "analytes.retire",
  http: "POST /analytes/{analyteId}/retire",
  summary: "Take an analyte out of use; what was ordered and measured keeps it.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "analyte.retired",
  input: { params: z.strictObject({ analyteId: Id }) },
  output: Analyte,
  fails: ["not_found", "illegal_move"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findAnalyte(db, laboratoryId, params.analyteId);
    checkVersion(row.version, ifMatch);
    refuseRetired("analyte", row);
    refuseUsed("analyte", "test", await usersOf(db, laboratoryId, "analyte", row.id));
    await updateAnalyte(db, row, now, { retiredAt: now });
    about({ recordId: row.id, details: { code: row.code } });
    return presentAnalyte(await findAnalyte(db, laboratoryId, row.id));
  },
});
