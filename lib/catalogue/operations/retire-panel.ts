import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { refuseRetired } from "../policy";
import { presentPanel } from "../presenter";
import { findPanel } from "../repository.find";
import { updatePanel } from "../repository.items";
import { Panel } from "../schema.sold";

export const retirePanel = operation({
  id: "panels.retire",
  http: "POST /panels/{panelId}/retire",
  summary: "Take a panel out of use; what was ordered and measured keeps it.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "panel.retired",
  input: { params: z.strictObject({ panelId: Id }) },
  output: Panel,
  fails: ["not_found", "illegal_move"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findPanel(db, laboratoryId, params.panelId);
    checkVersion(row.version, ifMatch);
    refuseRetired("panel", row);
    await updatePanel(db, row, now, { retiredAt: now });
    about({ recordId: row.id, details: { code: row.code } });
    return presentPanel(await findPanel(db, laboratoryId, row.id));
  },
});
