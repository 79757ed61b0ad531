import "server-only";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { presentAnalyte } from "../presenter";
import { takeCode } from "../repository.codes";
import { findAnalyte } from "../repository.find";
import { insertAnalyte } from "../repository.items";
import { Analyte, NewAnalyte } from "../schema";

export const addAnalyte = operation({
  id: "analytes.add",
  http: "POST /analytes",
  summary: "Add an analyte: one line of results.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "analyte.added",
  input: { body: NewAnalyte },
  output: Analyte,
  fails: ["already_exists", "validation_failed"],
  status: 201,
  location: (analyte) => `/analytes/${analyte.id}`,
  async run({ db, actor, now, about }, { body }) {
    const laboratoryId = actor.laboratory.id;
    await takeCode(db, laboratoryId, body.code, ["analyte"]);
    const id = newId();
    const { group = null, loinc = null, unit = null, method = null, ...given } = body;
    await insertAnalyte(db, {
      ...given,
      ...{ laboratoryId, id, groupName: group, loinc, unit, method },
      createdAt: now,
      updatedAt: now,
    });
    about({ recordId: id, details: body });
    return presentAnalyte(await findAnalyte(db, laboratoryId, id));
  },
});
