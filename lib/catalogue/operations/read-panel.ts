import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { notAudited, operation } from "@/lib/infra/operation";
import { presentPanel } from "../presenter";
import { findPanel } from "../repository.find";
import { Panel } from "../schema.sold";

export const readPanel = operation({
  id: "panels.read",
  http: "GET /panels/{panelId}",
  summary: "Read a panel.",
  scope: "laboratory",
  permission: "catalogue:read",
  limit: "read",
  audit: notAudited("The catalogue holds nothing about patients."),
  input: { params: z.strictObject({ panelId: Id }) },
  output: Panel,
  fails: ["not_found"],
  async run({ db, actor }, { params }) {
    return presentPanel(await findPanel(db, actor.laboratory.id, params.panelId));
  },
});
