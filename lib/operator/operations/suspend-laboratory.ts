import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { follow } from "@/lib/core/lifecycle";
import { checkVersion } from "@/lib/core/version";
import { openTo, operation } from "@/lib/infra/operation";
import { laboratoryLifecycle } from "@/lib/laboratories/lifecycle";
import { letterOfLaboratory } from "../letters";
import { presentOpenedLaboratory } from "../presenter";
import { endSessionsAt, moveLaboratory, readFigures, readLaboratoryRow } from "../repository";
import { administratorsOf } from "../repository.told";
import { OpenedLaboratory, Why } from "../schema";

export const suspendLaboratory = operation({
  id: "operator.suspendLaboratory",
  http: "POST /operator/laboratories/{laboratoryId}/suspend",
  summary: "Suspend a laboratory: everybody there is signed out, and nobody gets in.",
  description:
    "Its records stay as they are. Its address answers every page and every call by saying that it is suspended; its administrators are told by mail; the reason is for operators only.",
  scope: "platform",
  permission: openTo("operator", "Who runs the installation decides who works on it."),
  limit: "write",
  audit: "laboratory.suspended",
  input: { params: z.strictObject({ laboratoryId: Id }), body: Why },
  output: OpenedLaboratory,
  fails: ["not_found", "illegal_move", "precondition_failed", "conflict"],
  ifMatch: "optional",
  async run({ db, now, ifMatch, about, mail }, { params, body }) {
    const row = await readLaboratoryRow(db, params.laboratoryId);
    checkVersion(row.version, ifMatch);
    const state = follow(laboratoryLifecycle, row.state, "suspend");
    await moveLaboratory(db, now, row, { state, suspendedAt: now, suspendReason: body.reason });
    const ended = await endSessionsAt(db, now, row.id);
    for (const told of await administratorsOf(db, row.id))
      mail(await letterOfLaboratory(now, told, row, "suspend"));
    about({
      recordId: row.id,
      details: { slug: row.slug, reason: body.reason, sessionsEnded: ended },
      toldAt: { laboratoryId: row.id, by: "operator" },
    });
    return presentOpenedLaboratory(await readLaboratoryRow(db, row.id), await readFigures(db, now, row.id));
  },
});
