import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/core/changes";
import { given } from "@/lib/core/given";
import { Id } from "@/lib/core/ids";
import { checkVersion } from "@/lib/core/version";
import { operation } from "@/lib/infra/operation";
import { refuseRetired } from "../policy";
import { presentTest, turnaroundColumns } from "../presenter";
import { idsOf, sampleTypeId } from "../repository.codes";
import { findTest } from "../repository.find";
import { setAnalytes, updateTest } from "../repository.items";
import { Test, TestChange } from "../schema.sold";

export const changeTest = operation({
  id: "tests.change",
  http: "PATCH /tests/{testId}",
  summary: "Change a test; orders that were placed keep what they asked for.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "test.changed",
  input: { params: z.strictObject({ testId: Id }), body: TestChange },
  output: Test,
  fails: ["not_found", "illegal_move", "conflict", "validation_failed"],
  ifMatch: "required",
  async run({ db, actor, now, ifMatch, about }, { params, body }) {
    const laboratoryId = actor.laboratory.id;
    const row = await findTest(db, laboratoryId, params.testId);
    checkVersion(row.version, ifMatch);
    refuseRetired("test", row);
    const { sampleType, analytes, turnaroundMinutes, ...plain } = body;
    await updateTest(db, row, now, {
      ...given(plain),
      ...(turnaroundMinutes && turnaroundColumns(turnaroundMinutes)),
      ...(sampleType !== undefined && { sampleTypeId: await sampleTypeId(db, laboratoryId, sampleType) }),
    });
    if (analytes) {
      await setAnalytes(db, laboratoryId, row.id, await idsOf(db, laboratoryId, "analyte", analytes));
    }
    const before = presentTest(row);
    const asked = {
      ...before,
      sampleType: row.sampleType.code,
      analytes: before.analytes.map(({ code }) => code),
    };
    about({ recordId: row.id, details: { code: row.code, changed: changesOf(asked, body) } });
    return presentTest(await findTest(db, laboratoryId, row.id));
  },
});
