import "server-only";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { presentTest, turnaroundColumns } from "../presenter";
import { idsOf, sampleTypeId, takeCode } from "../repository.codes";
import { findTest } from "../repository.find";
import { insertTest, setAnalytes } from "../repository.items";
import { NewTest, Test } from "../schema.sold";

export const addTest = operation({
  id: "tests.add",
  http: "POST /tests",
  summary: "Add a test to the catalogue.",
  scope: "laboratory",
  permission: "catalogue:manage",
  limit: "write",
  audit: "test.added",
  input: { body: NewTest },
  output: Test,
  fails: ["already_exists", "validation_failed"],
  status: 201,
  location: (test) => `/tests/${test.id}`,
  async run({ db, actor, now, about }, { body }) {
    const laboratoryId = actor.laboratory.id;
    await takeCode(db, laboratoryId, body.code, ["test", "panel"]);
    const analyteIds = await idsOf(db, laboratoryId, "analyte", body.analytes);
    const id = newId();
    await insertTest(db, {
      laboratoryId,
      id,
      code: body.code,
      name: body.name,
      loinc: body.loinc ?? null,
      section: body.section,
      sampleTypeId: await sampleTypeId(db, laboratoryId, body.sampleType),
      collection: body.collection ?? null,
      ...turnaroundColumns(body.turnaroundMinutes),
      createdAt: now,
      updatedAt: now,
    });
    await setAnalytes(db, laboratoryId, id, analyteIds);
    about({ recordId: id, details: body });
    return presentTest(await findTest(db, laboratoryId, id));
  },
});
