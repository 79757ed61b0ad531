import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { checkVersion } from "@/lib/core/version";
import { openTo, operation } from "@/lib/infra/operation";
import { laboratoryLifecycle } from "@/lib/laboratories/lifecycle";
import { letterOfLaboratory } from "../letters";
import { presentOpenedLaboratory } from "../presenter";
import { moveLaboratory, readFigures, readLaboratoryRow } from "../repository";
import { administratorsOf } from "../repository.told";
import { OpenedLaboratory, Why } from "../schema";

export const resumeLaboratory = operation({
  id: "operator.resumeLaboratory",
  http: "POST /operator/laboratories/{laboratoryId}/resume",
  summary: "Let a suspended laboratory work again. Its people sign in anew.",
  description: "Its administrators are told by mail; the reason is for operators only.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation decides who works on it."),
  limit: "write",
  audit: "laboratory.resumed",
  input: { params: z.strictObject({ laboratoryId: Id }), body: Why },
  output: OpenedLaboratory,
  fails: ["not_found", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  async run({ db, now, ifMatch, about, mail }, { params, body }) {
    const row = await readLaboratoryRow(db, params.laboratoryId);
    checkVersion(row.version, ifMatch);
    const state = follow(laboratoryLifecycle, row.state, "resume");
    await moveLaboratory(db, now, row, { state, suspendedAt: null, suspendReason: null });
    for (const told of await administratorsOf(db, row.id))
      mail(await letterOfLaboratory(now, told, row, "resume"));
    about({
      recordId: row.id,
      details: { slug: row.slug, reason: body.reason },
      toldAt: { laboratoryId: row.id, by: "operator" },
    });
    return presentOpenedLaboratory(await readLaboratoryRow(db, row.id), await readFigures(db, now, row.id));
  },
});
