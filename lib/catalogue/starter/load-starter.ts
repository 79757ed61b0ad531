import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import { ageColumns, turnaroundColumns } from "../presenter";
import { STARTER } from "./starter";

/** Gives a new laboratory the starter catalogue: a statement for each table, however long it is. */
export async function loadStarterCatalogue(db: PlatformDb, laboratoryId: string, now: Date): Promise<void> {
  const { sampleTypes, analytes, tests, panels, sources } = STARTER;
  const made = { laboratoryId, createdAt: now };
  const changeable = { ...made, updatedAt: now };
  const [typeIds, analyteIds, testIds, panelIds] = [sampleTypes, analytes, tests, panels].map(idsByCode);
  const idIn = (ids: Map<string, string> | undefined, code: string) => {
    const id = ids?.get(code);
    if (id === undefined)
      throw new Error(`The starter catalogue refers to ${code}, which it does not define.`);
    return id;
  };

  await db.sampleType.createMany({
    data: sampleTypes.map(({ code, name, container, cap }) => ({
      laboratoryId,
      id: idIn(typeIds, code),
      code,
      name,
      container,
      cap,
    })),
  });
  await db.analyte.createMany({
    data: analytes.map(({ intervals, critical, group, choices, ...analyte }) => ({
      ...changeable,
      ...analyte,
      id: idIn(analyteIds, analyte.code),
      groupName: group ?? null,
      choices: [...(choices ?? [])],
    })),
  });
  await db.referenceInterval.createMany({
    data: analytes.flatMap(({ code, intervals }) =>
      intervals.map(({ ageFrom, ageTo, source, ...interval }) => ({
        ...changeable,
        ...interval,
        ...ageColumns(ageFrom, ageTo),
        id: newId(),
        analyteId: idIn(analyteIds, code),
        source: sources[source],
      })),
    ),
  });
  await db.criticalLimit.createMany({
    data: analytes.flatMap(({ code, critical }) =>
      critical.map(({ ageFrom, ageTo, source, ...limit }) => ({
        ...made,
        ...limit,
        ...ageColumns(ageFrom, ageTo),
        id: newId(),
        analyteId: idIn(analyteIds, code),
        source: sources[source],
      })),
    ),
  });
  await db.test.createMany({
    data: tests.map(({ code, name, loinc, section, sampleType, collection, turnaroundMinutes }) => ({
      ...changeable,
      ...turnaroundColumns(turnaroundMinutes),
      id: idIn(testIds, code),
      code,
      name,
      loinc: loinc ?? null,
      section,
      sampleTypeId: idIn(typeIds, sampleType),
      collection: collection ?? null,
    })),
  });
  await db.testAnalyte.createMany({
    data: tests.flatMap(({ code, analytes: lines }) =>
      lines.map((line, position) => ({
        laboratoryId,
        testId: idIn(testIds, code),
        analyteId: idIn(analyteIds, line),
        position,
      })),
    ),
  });
  await db.panel.createMany({
    data: panels.map(({ code, name, loinc }) => ({
      ...changeable,
      id: idIn(panelIds, code),
      code,
      name,
      loinc: loinc ?? null,
    })),
  });
  await db.panelTest.createMany({
    data: panels.flatMap(({ code, tests: members }) =>
      members.map((member, position) => ({
        laboratoryId,
        panelId: idIn(panelIds, code),
        testId: idIn(testIds, member),
        position,
      })),
    ),
  });
  await db.price.createMany({
    data: [...tests, ...panels].map(({ code, price }) => ({
      laboratoryId,
      code,
      amount: price,
      updatedAt: now,
    })),
  });
}

function idsByCode(items: readonly { code: string }[]): Map<string, string> {
  return new Map(items.map(({ code }) => [code, newId()]));
}
