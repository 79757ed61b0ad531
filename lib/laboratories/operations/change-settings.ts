import "server-only";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { changesOf } from "../policy";
import { presentLaboratory } from "../presenter";
import { changeLaboratory, readLaboratory } from "../repository";
import { Laboratory, LaboratoryChange } from "../schema";

export const changeSettings = operation({
  id: "laboratory.change",
  http: "PATCH /laboratory",
  summary: "Change the laboratory's name, address, contacts, formats, colour and policies.",
  scope: "laboratory",
  permission: "laboratory:manage",
  limit: "write",
  audit: "laboratory.changed",
  input: { body: LaboratoryChange },
  output: Laboratory,
  fails: ["validation_failed", "precondition_failed", "conflict"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { body }) {
    const { id } = actor.laboratory;
    const before = await readLaboratory(db, id);
    checkVersion(before.version, ifMatch);
    const after = await changeLaboratory(db, now, { id, version: before.version, change: body });
    about({ recordId: id, details: changesOf(before, body) });
    return presentLaboratory(after);
  },
});
