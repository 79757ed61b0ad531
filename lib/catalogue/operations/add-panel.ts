import "server-only";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { presentPanel } from "../presenter";
import { idsOf, takeCode } from "../repository.codes";
import { findPanel } from "../repository.find";
import { insertPanel, setTests } from "../repository.items";
import { NewPanel, Panel } from "../schema.sold";

export const addPanel = operation({
  id: "panels.add",
  http: "POST /panels",
  summary: "Add a panel: tests that are sold together.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "panel.added",
  input: { body: NewPanel },
  output: Panel,
  fails: ["already_exists", "validation_failed"],
  status: 201,
  location: (panel) => `/panels/${panel.id}`,
  async run({ db, actor, now, about }, { body }) {
    const laboratoryId = actor.laboratory.id;
    await takeCode(db, laboratoryId, body.code, ["test", "panel"]);
    const testIds = await idsOf(db, laboratoryId, "test", body.tests);
    const id = newId();
    const { code, name, loinc = null } = body;
    await insertPanel(db, { laboratoryId, id, code, name, loinc, createdAt: now, updatedAt: now });
    await setTests(db, laboratoryId, id, testIds);
    about({ recordId: id, details: body });
    return presentPanel(await findPanel(db, laboratoryId, id));
  },
});
