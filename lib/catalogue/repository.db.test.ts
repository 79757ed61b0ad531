import { beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { intervalFor } from "@/lib/core/interval";
import { inLaboratory, type LabDb } from "@/lib/infra/db";
import { transactionClient } from "@/lib/infra/transaction";
import { a, type Lab } from "@/tests/support/a";
import { addPanel } from "./operations/add-panel";
import { addReferenceInterval } from "./operations/add-reference-interval";
import { changePanel } from "./operations/change-panel";
import { listAnalytes } from "./operations/list-analytes";
import { listReferenceIntervals } from "./operations/list-reference-intervals";
import { retirePanel } from "./operations/retire-panel";
import { retireReferenceInterval } from "./operations/retire-reference-interval";
import { analytesForJudging, type OrderableCode, orderables } from "./repository";
import { STARTER } from "./starter/starter";

let lab: Lab;
beforeAll(async () => {
  lab = await a.laboratory();
});

const within = <T>(work: (db: LabDb) => Promise<T>, of = lab) => inLaboratory(of.ref.id, null, work);

describe("the starter catalogue", () => {
  it("R7 comes to every new laboratory whole: limits with their sources, tests, panels, prices", async () => {
    const counts = await within(async (db) => ({
      sampleTypes: await db.sampleType.count(),
      analytes: await db.analyte.count(),
      intervals: await db.referenceInterval.count({
        where: { source: { path: ["title"], string_contains: " " } },
      }),
      limits: await db.criticalLimit.count({ where: { source: { path: ["title"], string_contains: " " } } }),
      tests: await db.test.count(),
      panels: await db.panel.count(),
      prices: await db.price.count(),
    }));
    const { sampleTypes, analytes, tests, panels } = STARTER;
    expect(counts).toEqual({
      sampleTypes: sampleTypes.length,
      analytes: analytes.length,
      intervals: analytes.flatMap((analyte) => analyte.intervals).length,
      limits: analytes.flatMap((analyte) => analyte.critical).length,
      tests: tests.length,
      panels: panels.length,
      prices: tests.length + panels.length,
    });
  });
});

describe("what is behind the codes of an order", () => {
  it("answers in the order asked, with samples, analytes in place, and prices", async () => {
    const [panel, test] = await within((db) =>
      orderables(db, lab.ref.id, [{ panelCode: "LIPID" }, { testCode: "FBC" }]),
    );
    expect(panel).toMatchObject({ kind: "panel", code: "LIPID", price: priceOf("LIPID") });
    expect(panel?.tests.map(({ code }) => code)).toEqual(
      STARTER.panels.find(({ code }) => code === "LIPID")?.tests,
    );
    expect(test).toMatchObject({ kind: "test", code: "FBC", price: priceOf("FBC") });
    expect(test?.tests[0]?.sampleType).toMatchObject({ code: "blood-edta", cap: "lavender" });
    const lines = test?.tests[0]?.analytes ?? [];
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, place) => place));
    expect(lines.find(({ code }) => code === "HGB")).toMatchObject({
      loinc: "718-7",
      unit: "g/dL",
      decimals: 1,
    });
  });

  it("names every item that is unknown or retired, and gives none", async () => {
    const panel = await lab.administrator.does(addPanel, {
      body: { code: "OLD", name: "Old", tests: ["FBC"] },
    });
    await lab.administrator.does(retirePanel, { params: { panelId: panel.id } });
    const asked = within((db) =>
      orderables(db, lab.ref.id, [
        { testCode: "FBC" },
        { testCode: "LIPID" },
        { panelCode: "OLD" },
        { testCode: "?" },
      ]),
    );
    await expect(asked).rejects.toMatchObject({
      code: "validation_failed",
      extras: {
        errors: {
          "items.1.testCode": [expect.any(String)],
          "items.2.panelCode": [expect.any(String)],
          "items.3.testCode": [expect.any(String)],
        },
      },
    });
  });

  it("asks the database as often for everything as for one test", async () => {
    const queries = (codes: OrderableCode[]) =>
      within(async (db) => {
        const asked = vi.spyOn(transactionClient(), "query");
        await orderables(db, lab.ref.id, codes);
        const count = asked.mock.calls.length;
        asked.mockRestore();
        return count;
      });
    const everything = [
      ...STARTER.tests.map(({ code }) => ({ testCode: code })),
      ...STARTER.panels.map(({ code }) => ({ panelCode: code })),
    ];
    expect(await queries(everything)).toBeLessThanOrEqual(
      await queries([{ testCode: "FBC" }, { panelCode: "LIPID" }]),
    );
  });

  it("takes a panel as it is now", async () => {
    const made = await lab.administrator.does(addPanel, {
      body: { code: "PAIR", name: "Pair", tests: ["NA", "K"] },
    });
    await lab.administrator.does(changePanel, {
      params: { panelId: made.id },
      body: { tests: ["CL", "NA"] },
      ifMatch: made.version,
    });
    const [pair] = await within((db) => orderables(db, lab.ref.id, [{ panelCode: "PAIR" }]));
    expect(pair?.tests.map(({ code }) => code)).toEqual(["CL", "NA"]);
    expect(pair?.price).toBeNull();
  });
});

describe("what a value is judged by", () => {
  it("R9 is the intervals and limits that live now, and the version they belong to", async () => {
    const admin = lab.administrator;
    const { data } = await admin.does(listAnalytes, { query: { q: "HBA1C" } });
    const analyte = data[0];
    if (!analyte) throw new Error("HBA1C is in the starter catalogue");
    const params = { analyteId: analyte.id };
    const judged = () =>
      within(async (db) => (await analytesForJudging(db, lab.ref.id, [analyte.id])).get(analyte.id));
    const { data: intervals } = await admin.does(listReferenceIntervals, { params });
    expect((await judged())?.intervals).toHaveLength(intervals.length);

    for (const { id } of intervals) {
      await admin.does(retireReferenceInterval, { params: { ...params, intervalId: id } });
    }
    await admin.does(addReferenceInterval, {
      params,
      body: { ageFrom: { value: 18, unit: "a" }, high: "41" },
    });

    const now = await judged();
    expect(now?.version).toBe(analyte.version + intervals.length + 1);
    expect(now?.intervals).toMatchObject([{ high: "41", low: null, ageFrom: { value: 18, unit: "a" } }]);
    const adult = { years: 40, months: 0, days: 0, hours: 0 };
    const subject = { sex: "other", pregnant: null, sampleType: "blood-edta" } as const;
    expect(intervalFor(now?.intervals ?? [], { ...subject, age: adult })?.high).toBe("41");
    expect(intervalFor(now?.intervals ?? [], { ...subject, age: null })).toBeNull();
  });

  it("is nothing for what another laboratory measures", async () => {
    const next = await a.laboratory();
    const { data } = await next.administrator.does(listAnalytes, { query: { limit: 5 } });
    const ids = data.map(({ id }) => id);
    expect(await within((db) => analytesForJudging(db, lab.ref.id, [...ids, newId()]))).toEqual(new Map());
    expect((await within((db) => analytesForJudging(db, next.ref.id, ids), next)).size).toBe(5);
  });
});

function priceOf(wanted: string): number | undefined {
  return [...STARTER.tests, ...STARTER.panels].find(({ code }) => code === wanted)?.price;
}
