import { beforeAll, describe, expect, it } from "vitest";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import type { Analyte } from "../schema";
import { addAnalyte } from "./add-analyte";
import { addPanel } from "./add-panel";
import { addReferenceInterval } from "./add-reference-interval";
import { addTest } from "./add-test";
import { changeAnalyte } from "./change-analyte";
import { changePanel } from "./change-panel";
import { changeTest } from "./change-test";
import { listAnalytes } from "./list-analytes";
import { listPanels } from "./list-panels";
import { listPrices } from "./list-prices";
import { listReferenceIntervals } from "./list-reference-intervals";
import { listSampleTypes } from "./list-sample-types";
import { listTests } from "./list-tests";
import { readAnalyte } from "./read-analyte";
import { readCriticalLimits } from "./read-critical-limits";
import { readPanel } from "./read-panel";
import { readTest } from "./read-test";
import { retireAnalyte } from "./retire-analyte";
import { retirePanel } from "./retire-panel";
import { retireReferenceInterval } from "./retire-reference-interval";
import { retireTest } from "./retire-test";
import { setCriticalLimits } from "./set-critical-limits";
import { setPrice } from "./set-price";

let lab: Lab;
let next: Lab;
let admin: Member;
beforeAll(async () => {
  [lab, next] = [await a.laboratory(), await a.laboratory()];
  admin = lab.administrator;
});

let made = 0;
const code = (stem: string) => `${stem}${++made}`;
const years = (value: number) => ({ value, unit: "a" });

const newAnalyte = (about: object = {}): Promise<Analyte> =>
  admin.does(addAnalyte, {
    body: {
      code: code("ANA"),
      name: "Analyte",
      section: "Chemistry",
      kind: "numeric",
      unit: "g/dL",
      ...about,
    },
  });

const newTest = (about: object = {}) =>
  admin.does(addTest, {
    body: {
      code: code("TEST"),
      name: "Test",
      section: "Chemistry",
      sampleType: "serum-gel",
      analytes: ["NA"],
      ...about,
    },
  });

const interval = (analyte: { id: string }, body: object) =>
  admin.does(addReferenceInterval, { params: { analyteId: analyte.id }, body });

const versionOf = async ({ id }: { id: string }) =>
  (await admin.does(readAnalyte, { params: { analyteId: id } })).version;

describe("reference intervals", () => {
  it("R7 refuses one that somebody would have beside another, naming the other in words", async () => {
    const analyte = await newAnalyte();
    await interval(analyte, { sex: "female", ageFrom: years(18), low: "11.7", high: "15.3" });
    await interval(analyte, { sex: "male", ageFrom: years(18), low: "13.4", high: "17" });
    await expect(interval(analyte, { ageFrom: years(60), low: "11", high: "16" })).rejects.toMatchObject({
      code: "conflict",
      message:
        "This overlaps the interval for females from 18 years (11.7 – 15.3). Change or remove that one first.",
    });
    const { data, gaps } = await admin.does(listReferenceIntervals, { params: { analyteId: analyte.id } });
    expect(data).toHaveLength(2);
    expect(gaps).toEqual(["No interval for everyone below 18 years."]);
  });

  it("R7 lets one of two through that are added at the same moment", async () => {
    const analyte = await newAnalyte();
    const tried = await Promise.allSettled([1, 2, 3, 4].map((low) => interval(analyte, { low: `${low}` })));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of tried) {
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "conflict" });
    }
  });

  it("R7 refuses overlaps in the database too, whoever writes them", async () => {
    const analyte = await newAnalyte();
    await interval(analyte, { sex: "female", low: "1" });
    type Row = readonly [
      sex: string | null,
      sample: string | null,
      pregnant: boolean | null,
      from: number | null,
    ];
    const byHand = (row: Row) =>
      inLaboratory(lab.ref.id, null, async (db) => {
        await db.sql(
          `insert into reference_interval (laboratory_id, id, analyte_id, sex, sample_type, pregnant, age_from_key, low)
           values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, '2')`,
          [lab.ref.id, analyte.id, ...row],
        );
      });
    for (const clash of [
      [null, null, null, null],
      ["female", "serum-gel", null, null],
      ["female", null, true, 1000],
      [null, "urine-random", false, 0],
    ] as const) {
      await expect(byHand(clash)).rejects.toMatchObject({ code: "23P01" });
    }
    await expect(byHand(["unknown", null, null, null])).rejects.toMatchObject({ code: "23514" });
    await byHand(["male", null, null, null]);
  });

  it("R7 makes room when one is retired, which stays readable in the trail of results", async () => {
    const analyte = await newAnalyte();
    const first = await interval(analyte, { low: "1" });
    await admin.does(retireReferenceInterval, { params: { analyteId: analyte.id, intervalId: first.id } });
    await interval(analyte, { low: "2" });
    const kept = await inLaboratory(lab.ref.id, null, async (db) =>
      db.referenceInterval.findMany({ where: { analyteId: analyte.id }, orderBy: { id: "asc" } }),
    );
    expect(kept.map(({ low, retiredAt }) => [low, retiredAt === null])).toEqual([
      ["1", false],
      ["2", true],
    ]);
    const again = admin.does(retireReferenceInterval, {
      params: { analyteId: analyte.id, intervalId: first.id },
    });
    await expect(again).rejects.toMatchObject({ code: "not_found" });
  });

  it("R8 keeps one-sided limits, texts, ages, pregnancy and sample as given", async () => {
    const analyte = await newAnalyte();
    const given = {
      sex: "female",
      ageFrom: { value: 6, unit: "mo" },
      ageTo: years(50),
      pregnant: true,
      sampleType: "serum-gel",
      high: "200",
      text: "Recommended: <200; moderate risk 200–239",
      source: { title: "NCEP", year: 2001 },
    };
    expect(await interval(analyte, given)).toMatchObject({
      ...given,
      low: null,
      version: 1,
      retiredAt: null,
    });
    await expect(interval(analyte, { sampleType: "moon-dust", low: "1" })).rejects.toMatchObject({
      extras: { errors: { sampleType: [expect.any(String)] } },
    });
  });

  it("R8 takes no limits for what is not a number", async () => {
    const analyte = await newAnalyte({ kind: "text", unit: null });
    await expect(interval(analyte, { low: "1" })).rejects.toMatchObject({ code: "validation_failed" });
    await expect(
      admin.does(setCriticalLimits, {
        params: { analyteId: analyte.id },
        body: { limits: [{ low: "1" }] },
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: "validation_failed" });
    expect(await interval(analyte, { text: "none seen" })).toMatchObject({ text: "none seen" });
  });
});

describe("versions", () => {
  it("R9 counts every change of an analyte, its intervals and its limits", async () => {
    const analyte = await newAnalyte();
    const params = { analyteId: analyte.id };
    expect(analyte.version).toBe(1);
    await admin.does(changeAnalyte, { params, body: { method: "Photometry" }, ifMatch: 1 });
    expect(await versionOf(analyte)).toBe(2);
    const added = await interval(analyte, { low: "1", high: "5" });
    expect(await versionOf(analyte)).toBe(3);
    await admin.does(setCriticalLimits, { params, body: { limits: [{ low: "0.5" }] }, ifMatch: 3 });
    expect(await versionOf(analyte)).toBe(4);
    await admin.does(retireReferenceInterval, { params: { ...params, intervalId: added.id } });
    expect(await versionOf(analyte)).toBe(5);
    await expect(interval(analyte, { low: "9", high: "1" })).rejects.toMatchObject({
      code: "validation_failed",
    });
    expect(await versionOf(analyte)).toBe(5);
  });

  it("R9 holds whoever changes something to the version they read", async () => {
    const analyte = await newAnalyte();
    const params = { analyteId: analyte.id };
    await expect(admin.does(changeAnalyte, { params, body: { name: "A" } })).rejects.toMatchObject({
      code: "precondition_required",
    });
    await admin.does(changeAnalyte, { params, body: { name: "A" }, ifMatch: 1 });
    await expect(
      admin.does(changeAnalyte, { params, body: { name: "B" }, ifMatch: 1 }),
    ).rejects.toMatchObject({
      code: "precondition_failed",
    });
    await expect(
      admin.does(addReferenceInterval, { params, body: { low: "1" }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: "precondition_failed" });
  });

  it("R9 writes old and new into the trail", async () => {
    const analyte = await newAnalyte({ method: "Old" });
    await admin.does(changeAnalyte, {
      params: { analyteId: analyte.id },
      body: { method: "New", name: "Analyte" },
      ifMatch: 1,
    });
    const [event] = await inLaboratory(lab.ref.id, null, async (db) =>
      db.auditEvent.findMany({ where: { action: "analyte.changed", recordId: analyte.id } }),
    );
    expect(event).toMatchObject({
      recordType: "analyte",
      actorId: admin.memberId,
      details: { code: analyte.code, changed: { method: { from: "Old", to: "New" } } },
    });
  });
});

describe("critical limits", () => {
  it("R12 are replaced as a set, and cannot speak twice for one age", async () => {
    const analyte = await newAnalyte();
    const params = { analyteId: analyte.id };
    const put = (limits: object[], ifMatch: number) =>
      admin.does(setCriticalLimits, { params, body: { limits }, ifMatch });
    await put([{ low: "2.5", high: "6.2" }], 1);
    const answer = await put(
      [
        { ageTo: years(18), low: "2" },
        { ageFrom: years(18), high: "7" },
      ],
      2,
    );
    expect(answer).toMatchObject({
      version: 3,
      limits: [
        { low: "2", high: null },
        { low: null, high: "7" },
      ],
    });
    await expect(
      put(
        [
          { ageTo: years(20), low: "2" },
          { ageFrom: years(18), high: "7" },
        ],
        3,
      ),
    ).rejects.toMatchObject({
      extras: { errors: { "limits.1": [expect.any(String)] } },
    });
    expect(await admin.does(readCriticalLimits, { params })).toEqual(answer);
    await put([{ low: "1" }, { ageFrom: years(18), high: "7" }], 3);
    await put([], 4);
    expect((await admin.does(readAnalyte, { params })).criticalLimits).toEqual([]);
  });
});

describe("units", () => {
  it("R9 keeps the unit while intervals or limits are given in it", async () => {
    const analyte = await newAnalyte();
    const params = { analyteId: analyte.id };
    await admin.does(changeAnalyte, { params, body: { unit: "g/L" }, ifMatch: 1 });
    const added = await interval(analyte, { low: "117", high: "153" });
    await expect(
      admin.does(changeAnalyte, { params, body: { unit: "g/dL" }, ifMatch: 3 }),
    ).rejects.toMatchObject({ code: "conflict" });
    await admin.does(retireReferenceInterval, { params: { ...params, intervalId: added.id } });
    expect(await admin.does(changeAnalyte, { params, body: { unit: "g/dL" }, ifMatch: 4 })).toMatchObject({
      unit: "g/dL",
    });
  });

  it("R10 checks LOINC and UCUM when given, and takes none", async () => {
    await expect(newAnalyte({ loinc: "718-8", unit: "mmHg" })).rejects.toMatchObject({
      extras: {
        errors: { loinc: [expect.stringMatching(/check digit/)], unit: [expect.stringMatching(/mm\[Hg\]/)] },
      },
    });
    expect(await newAnalyte({ unit: undefined })).toMatchObject({ loinc: null, unit: null });
  });
});

describe("tests and panels", () => {
  it("list their analytes with code, name, LOINC, unit, decimals and kind", async () => {
    const { data: tests } = await admin.does(listTests, { query: { loinc: "718-7" } });
    expect(tests.map((test) => test.code)).toContain("FBC");
    const { data: panels } = await admin.does(listPanels, { query: { q: "lipid" } });
    const shown = { name: expect.any(String), unit: "mg/dL", kind: "numeric" };
    expect(panels[0]?.analytes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "CHOL", loinc: "2093-3", decimals: 0, ...shown }),
      ]),
    );
    const read = await admin.does(readPanel, { params: { panelId: panels[0]?.id } });
    expect(read).toEqual(panels[0]);
    expect(await admin.does(readTest, { params: { testId: tests[0]?.id } })).toEqual(tests[0]);
  });

  it("are found by words of the name in any order, by code, by section; a percent sign is a percent sign", async () => {
    const found = async (query: object) =>
      (await admin.does(listTests, { query })).data.map((test) => test.code);
    await newTest({ code: "ODD", name: "Odd 100% test of kidneys" });
    expect(await found({ q: "kidneys odd" })).toEqual(["ODD"]);
    expect(await found({ q: "odd" })).toEqual(["ODD"]);
    expect(await found({ q: "100%" })).toEqual(["ODD"]);
    expect(await found({ q: "1_0%" })).toEqual([]);
    expect(await found({ q: "odd", section: "Haematology" })).toEqual([]);
    expect(await found({ q: "odd", retired: "true" })).toEqual([]);
  });

  it("are listed page by page, each once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.does(listTests, { query: { limit: "7", ...(cursor && { cursor }) } });
      seen.push(...page.data.map(({ id }) => id));
      expect(page.hasMore).toBe(page.nextCursor !== null);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const count = await inLaboratory(lab.ref.id, null, async (db) =>
      db.test.count({ where: { retiredAt: null } }),
    );
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
  });

  it("share one space of codes, whatever their case, also when two are added at the same moment", async () => {
    await expect(
      admin.does(addPanel, { body: { code: "fbc", name: "X", tests: ["NA"] } }),
    ).rejects.toMatchObject({
      code: "already_exists",
      message: expect.stringContaining("test"),
    });
    const same = code("SAME");
    const tried = await Promise.allSettled([
      newTest({ code: same }),
      admin.does(addPanel, { body: { code: same, name: "X", tests: ["NA"] } }),
    ]);
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await newAnalyte({ code: same })).toMatchObject({ code: same });
  });

  it("change by name, by what they are made of, and not by code", async () => {
    const test = await newTest();
    const changed = await admin.does(changeTest, {
      params: { testId: test.id },
      body: { name: "New name", analytes: ["K", "NA"], sampleType: "plasma-heparin", collection: "On ice" },
      ifMatch: 1,
    });
    expect(changed).toMatchObject({ version: 2, name: "New name", collection: "On ice", code: test.code });
    expect(changed.sampleType.code).toBe("plasma-heparin");
    expect(changed.analytes.map((analyte) => analyte.code)).toEqual(["K", "NA"]);
    const recoded = admin.does(changeTest, { params: { testId: test.id }, body: { code: "X" }, ifMatch: 2 });
    await expect(recoded).rejects.toMatchObject({ extras: { errors: { code: [expect.any(String)] } } });
    const unknown = admin.does(changeTest, {
      params: { testId: test.id },
      body: { analytes: ["NA", "?!"] },
      ifMatch: 2,
    });
    await expect(unknown).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("are retired when nothing that is sold is made of them any more", async () => {
    const analyte = await newAnalyte();
    const test = await newTest({ analytes: [analyte.code] });
    const panel = await admin.does(addPanel, { body: { code: code("P"), name: "P", tests: [test.code] } });
    const [ofAnalyte, ofTest, ofPanel] = [
      { analyteId: analyte.id },
      { testId: test.id },
      { panelId: panel.id },
    ];
    await expect(admin.does(retireAnalyte, { params: ofAnalyte })).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining(test.code),
    });
    await expect(admin.does(retireTest, { params: ofTest })).rejects.toMatchObject({ code: "illegal_move" });
    expect((await admin.does(retirePanel, { params: ofPanel })).retiredAt).not.toBeNull();
    await admin.does(retireTest, { params: ofTest });
    await admin.does(retireAnalyte, { params: ofAnalyte });

    await expect(admin.does(retireTest, { params: ofTest })).rejects.toMatchObject({ code: "illegal_move" });
    for (const change of [
      () => admin.does(changeTest, { params: ofTest, body: { name: "X" }, ifMatch: 2 }),
      () => admin.does(changePanel, { params: ofPanel, body: { name: "X" }, ifMatch: 2 }),
      () => admin.does(changeAnalyte, { params: ofAnalyte, body: { name: "X" }, ifMatch: 2 }),
      () => interval(analyte, { low: "1" }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: "illegal_move" });
    }
    const { data } = await admin.does(listTests, { query: { q: test.code, retired: "true" } });
    expect(data.map(({ id }) => id)).toEqual([test.id]);
    await expect(newTest({ analytes: [analyte.code] })).rejects.toMatchObject({ code: "validation_failed" });
  });
});

describe("prices", () => {
  it("are set for tests and panels, in the laboratory's currency", async () => {
    const test = await newTest({ name: "Priced" });
    const put = (amount: number, ifMatch?: number) =>
      admin.does(setPrice, { params: { code: test.code }, body: { amount }, ...(ifMatch && { ifMatch }) });
    expect(await put(1250)).toMatchObject({
      code: test.code,
      kind: "test",
      name: "Priced",
      amount: 1250,
      currency: "GBP",
      version: 1,
    });
    await expect(put(1300)).rejects.toMatchObject({ code: "precondition_required" });
    expect(await put(1300, 1)).toMatchObject({ amount: 1300, version: 2 });
    await expect(put(1400, 1)).rejects.toMatchObject({ code: "precondition_failed" });
    for (const amount of [-1, 1.5, 3_000_000_000]) {
      await expect(put(amount, 2)).rejects.toMatchObject({ code: "validation_failed" });
    }
    await expect(
      admin.does(setPrice, { params: { code: "NOTHING" }, body: { amount: 1 } }),
    ).rejects.toMatchObject({ code: "not_found" });
    const { data } = await admin.does(listPrices, { query: { q: "priced" } });
    expect(data).toMatchObject([{ code: test.code, amount: 1300 }]);
  });

  it("keep one of two that are set at the same moment", async () => {
    const test = await newTest();
    const params = { code: test.code };
    await admin.does(setPrice, { params, body: { amount: 1 } });
    const tried = await Promise.allSettled(
      [2, 3, 4].map((amount) => admin.does(setPrice, { params, body: { amount }, ifMatch: 1 })),
    );
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("who may", () => {
  it("lets the bench read and only an administrator change", async () => {
    const technician = await lab.member("technician");
    const analyte = await newAnalyte();
    expect((await technician.does(listAnalytes)).data.length).toBeGreaterThan(0);
    expect((await technician.does(listSampleTypes)).data.length).toBeGreaterThan(0);
    const refused = { code: "forbidden" };
    const params = { analyteId: analyte.id };
    await expect(technician.does(addReferenceInterval, { params, body: { low: "1" } })).rejects.toMatchObject(
      refused,
    );
    await expect(technician.does(retireAnalyte, { params })).rejects.toMatchObject(refused);
    await expect(technician.does(listPrices)).rejects.toMatchObject(refused);
    const cashier = await lab.member("cashier");
    expect((await cashier.does(listPrices)).data.length).toBeGreaterThan(0);
  });

  it("answers another laboratory's ids as missing ones", async () => {
    const analyte = await newAnalyte();
    const test = await newTest();
    const panel = await admin.does(addPanel, { body: { code: code("P"), name: "P", tests: ["NA"] } });
    const added = await interval(analyte, { low: "1" });
    const stranger = next.administrator;
    const [analyteId, testId, panelId] = [analyte.id, test.id, panel.id];
    for (const attempt of [
      () => stranger.does(readAnalyte, { params: { analyteId } }),
      () => stranger.does(changeAnalyte, { params: { analyteId }, body: { name: "X" }, ifMatch: 2 }),
      () => stranger.does(retireAnalyte, { params: { analyteId } }),
      () => stranger.does(listReferenceIntervals, { params: { analyteId } }),
      () => stranger.does(addReferenceInterval, { params: { analyteId }, body: { low: "1" } }),
      () => stranger.does(retireReferenceInterval, { params: { analyteId, intervalId: added.id } }),
      () => stranger.does(readCriticalLimits, { params: { analyteId } }),
      () => stranger.does(setCriticalLimits, { params: { analyteId }, body: { limits: [] }, ifMatch: 2 }),
      () => stranger.does(readTest, { params: { testId } }),
      () => stranger.does(changeTest, { params: { testId }, body: { name: "X" }, ifMatch: 1 }),
      () => stranger.does(retireTest, { params: { testId } }),
      () => stranger.does(readPanel, { params: { panelId } }),
      () => stranger.does(changePanel, { params: { panelId }, body: { name: "X" }, ifMatch: 1 }),
      () => stranger.does(retirePanel, { params: { panelId } }),
      () => stranger.does(setPrice, { params: { code: test.code }, body: { amount: 1 } }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
