import { type AgeBound, boundKey } from "@/lib/core/age";
import { newId } from "@/lib/core/ids";
import type { PlatformDb } from "@/lib/infra/db";
import type { CriticalLimit } from "./shape";
import { STARTER } from "./starter";

type Row = Record<string, unknown>;

/**
 * Gives a new laboratory the starter catalogue: one statement a table, however long it is, because whoever signs
 * a laboratory up waits for it.
 */
export async function loadStarterCatalogue(db: PlatformDb, laboratoryId: string, now: Date): Promise<void> {
  for (const [table, rows] of starterTables(now)) {
    // Names of our own tables and columns, no caller's words.
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    await db.sql(
      `insert into ${table} (laboratory_id, ${columns})
       select $1, ${columns} from json_populate_recordset(null::${table}, $2)`,
      [laboratoryId, JSON.stringify(rows)],
    );
  }
}

/** Rows by table, each after those it refers to. */
function starterTables(now: Date): [table: string, rows: Row[]][] {
  const { sampleTypes, analytes, tests, panels } = STARTER;
  const [typeId, analyteId, testId, panelId] = [ids(sampleTypes), ids(analytes), ids(tests), ids(panels)];
  const made = { created_at: now };
  const changeable = { ...made, updated_at: now };
  return [
    [
      "sample_type",
      sampleTypes.map(({ code, name, container, cap }) => ({ id: typeId(code), code, name, container, cap })),
    ],
    [
      "analyte",
      analytes.map(
        ({ code, name, section, group = null, loinc, unit, decimals, kind, method, choices = [] }) => ({
          ...{
            id: analyteId(code),
            code,
            name,
            section,
            group_name: group,
            loinc,
            unit,
            decimals,
            kind,
            method,
          },
          ...{ choices, version: 1, ...changeable },
        }),
      ),
    ],
    [
      "reference_interval",
      analytes.flatMap(({ code, intervals }) =>
        intervals.map(({ sex = null, pregnant = null, text = null, ...figure }) => ({
          ...{ id: newId(), analyte_id: analyteId(code), sex, pregnant, text },
          ...{ ...figureColumns(figure), version: 1, ...changeable },
        })),
      ),
    ],
    [
      "critical_limit",
      analytes.flatMap(({ code, critical }) =>
        critical.map((figure) => ({
          ...{ id: newId(), analyte_id: analyteId(code), ...figureColumns(figure), ...made },
        })),
      ),
    ],
    [
      "test",
      tests.map(
        ({ code, name, loinc = null, section, sampleType, collection = null, turnaroundMinutes }) => ({
          ...{ id: testId(code), code, name, loinc, section, sample_type_id: typeId(sampleType), collection },
          turnaround_routine_minutes: turnaroundMinutes.routine,
          turnaround_urgent_minutes: turnaroundMinutes.urgent,
          turnaround_stat_minutes: turnaroundMinutes.stat,
          ...{ version: 1, ...changeable },
        }),
      ),
    ],
    [
      "test_analyte",
      tests.flatMap(({ code, analytes: lines }) =>
        lines.map((line, position) => ({ test_id: testId(code), analyte_id: analyteId(line), position })),
      ),
    ],
    [
      "panel",
      panels.map(({ code, name, loinc = null }) => ({
        ...{ id: panelId(code), code, name, loinc, version: 1, ...changeable },
      })),
    ],
    [
      "panel_test",
      panels.flatMap(({ code, tests: members }) =>
        members.map((member, position) => ({ panel_id: panelId(code), test_id: testId(member), position })),
      ),
    ],
    [
      "price",
      [...tests, ...panels].map(({ code, price }) => ({ code, amount: price, version: 1, updated_at: now })),
    ],
  ];
}

function ids(items: readonly { code: string }[]): (code: string) => string {
  const byCode = new Map(items.map(({ code }) => [code, newId()]));
  return (code) => {
    const id = byCode.get(code);
    if (id === undefined)
      throw new Error(`The starter catalogue refers to ${code}, which it does not define.`);
    return id;
  };
}

function figureColumns({ ageFrom, ageTo, low, high, source }: CriticalLimit): Row {
  const key = (bound: AgeBound | undefined) => (bound ? boundKey(bound) : null);
  return {
    ...{ age_from: ageFrom ?? null, age_to: ageTo ?? null },
    ...{ age_from_key: key(ageFrom), age_to_key: key(ageTo) },
    ...{ low: low ?? null, high: high ?? null, source: STARTER.sources[source] },
  };
}
