import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/core/changes";
import { given } from "@/lib/core/given";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { refuseRetired } from "../policy";
import { presentPanel } from "../presenter";
import { idsOf } from "../repository.codes";
import { findPanel } from "../repository.find";
import { setTests, updatePanel } from "../repository.items";
import { Panel, PanelChange } from "../schema.sold";

export const changePanel = operation({
  id: "panels.change",
  http: "PATCH /panels/{panelId}",
  summary: "Change a panel; orders that were placed keep what they asked for.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "panel.changed",
  input: { params: z.strictObject({ panelId: Id }), body: PanelChange },
  output: Panel,
  fails: ["not_found", "illegal_move", "conflict", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findPanel(db, laboratoryId, params.panelId);
    checkVersion(row.version, ifMatch);
    refuseRetired("panel", row);
    const { tests, ...plain } = body;
    await updatePanel(db, row, now, given(plain));
    if (tests) await setTests(db, laboratoryId, row.id, await idsOf(db, laboratoryId, "test", tests));
    const before = { ...presentPanel(row), tests: row.tests.map(({ test }) => test.code) };
    about({ recordId: row.id, details: { code: row.code, changed: changesOf(before, body) } });
    return presentPanel(await findPanel(db, laboratoryId, row.id));
  },
});
