import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { refuseRetired, refuseUsed } from "../policy";
import { presentTest } from "../presenter";
import { findTest } from "../repository.find";
import { updateTest, usersOf } from "../repository.items";
import { Test } from "../schema.sold";

export const retireTest = operation({
  id: "tests.retire",
  http: "POST /tests/{testId}/retire",
  summary: "Take a test out of use; what was ordered and measured keeps it.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "test.retired",
  input: { params: z.strictObject({ testId: Id }) },
  output: Test,
  fails: ["not_found", "illegal_move"],
  ifMatch: "optional",
  async run({ db, actor, now, ifMatch, about }, { params }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findTest(db, laboratoryId, params.testId);
    checkVersion(row.version, ifMatch);
    refuseRetired("test", row);
    refuseUsed("test", "panel", await usersOf(db, laboratoryId, "test", row.id));
    await updateTest(db, row, now, { retiredAt: now });
    about({ recordId: row.id, details: { code: row.code } });
    return presentTest(await findTest(db, laboratoryId, row.id));
  },
});
