import { describe, expect, it } from "vitest";
import { roleNames } from "@/lib/core/access";
import { newId } from "@/lib/core/ids";
import { openOrder } from "@/lib/orders/operations/open-order";
import { openSample } from "@/lib/samples/operations/open-sample";
import { rejectSample } from "@/lib/samples/operations/reject-samples";
import { a } from "@/tests/support/a";
import { aBench, addNistTest, anArrivedOrder, enter, resultOf, tubeOf } from "@/tests/support/a-bench";
import { anOrder, aPatient } from "@/tests/support/an-order";
import { nistCbc, nistLipids, nistPtInr } from "@/tests/support/nist";
import { enterResults } from "./operations/enter-results";
import { listResults } from "./operations/list-results";
import { openResult } from "./operations/open-result";

const values = (results: Record<string, unknown>[]) => ({ results });

describe("R11 entering values", () => {
  it("R12 flags the 28 lines of a full blood count as the laboratory that sent it did", async () => {
    const bench = await aBench();
    await addNistTest(bench.lab, "NCBC", nistCbc);
    const order = await anArrivedOrder(bench, { items: ["NCBC"] });
    const { results } = await bench.tech.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: values(
        nistCbc.map(({ code, value, unit, kind, flag }) => ({
          analyteCode: code,
          value,
          unit,
          ...(kind === "text" && { abnormal: flag === "A" }),
        })),
      ),
    });
    expect(results.map(({ analyteCode, value, flag }) => [analyteCode, value, flag])).toEqual(
      nistCbc.map(({ code, value, flag }) => [code, value, flag]),
    );
    expect(results.find(({ analyteCode }) => analyteCode === "NWBC")?.interval?.words).toBe(
      "4300 – 10\u00a0800",
    );
    expect(results.every(({ state, version }) => state === "entered" && version === 2)).toBe(true);
  });

  it("R8 judges a written interval by its limit, and says nothing where there is none", async () => {
    const bench = await aBench();
    await addNistTest(bench.lab, "NLIP", [...nistLipids, ...nistPtInr]);
    const order = await anArrivedOrder(bench, { items: ["NLIP"] });
    const { results } = await bench.tech.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: values([...nistLipids, ...nistPtInr].map(({ code, value }) => ({ analyteCode: code, value }))),
    });
    expect(results.map(({ flag }) => flag)).toEqual(["N", "N", "N", "N", null, null]);
    expect(results[0]?.interval?.words).toBe("Recommended: <200; Moderate Risk: 200-239 ; High Risk: >240");
    expect(results[4]?.interval).toBeNull();
  });

  it("refuses a haemoglobin in another unit, naming both, and keeps nothing of what came with it", async () => {
    const bench = await aBench();
    await addNistTest(bench.lab, "NCBC", nistCbc);
    const order = await anArrivedOrder(bench, { items: ["NCBC"] });
    const asSent = nistCbc
      .filter(({ kind }) => kind === "numeric")
      .map(({ code, value, unit, unitSent }) => ({ analyteCode: code, value, unit: unitSent ?? unit }));
    const refusal = bench.tech.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: values(asSent),
    });
    await expect(refusal).rejects.toMatchObject({
      code: "validation_failed",
      extras: { errors: { "results.1.unit": [expect.stringMatching(/Haemoglobin.*g\/dL.*g\/mL/)] } },
    });
    const entered = await bench.tech.does(listResults, { query: { orderId: order.id, state: "entered" } });
    expect(entered.data).toEqual([]);
  });

  it("takes no value before the sample has arrived", async () => {
    const bench = await aBench();
    const order = await anOrder(bench.lab, { items: ["CREA"] });
    const body = values([{ analyteCode: "CREA", value: "1.0" }]);
    await expect(
      bench.tech.does(enterResults, { params: { sampleId: tubeOf(order) }, body }),
    ).rejects.toMatchObject({ code: "illegal_move", message: expect.stringContaining("accession it first") });
  });

  it("takes no value of a rejected sample", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    const params = { sampleId: tubeOf(order) };
    await bench.tech.does(rejectSample, { params, body: { reasonCode: "haemolysed" } });
    await expect(
      bench.tech.does(enterResults, { params, body: values([{ analyteCode: "CREA", value: "1.0" }]) }),
    ).rejects.toMatchObject({ code: "illegal_move", message: expect.stringContaining("rejected") });
  });

  it.each([
    ["words for a number", { analyteCode: "NHGB", value: "high" }, "results.0.value"],
    ["too many decimals", { analyteCode: "NHGB", value: "12.55" }, "results.0.value"],
    ["a comma", { analyteCode: "NHGB", value: "12,5" }, "results.0.value"],
    ["a choice that is none", { analyteCode: "NANI", value: "Some" }, "results.0.value"],
    ["a number marked by hand", { analyteCode: "NHGB", value: "12.5", abnormal: true }, "results.0.abnormal"],
    ["an analyte that was not ordered", { analyteCode: "CREA", value: "1.0" }, "results.0.analyteCode"],
    ["a unit for what has none", { analyteCode: "NANI", value: "none", unit: "g/L" }, "results.0.unit"],
  ])("refuses %s", async (_, result, field) => {
    const bench = await aBench();
    await addNistTest(bench.lab, "NCBC", nistCbc);
    const order = await anArrivedOrder(bench, { items: ["NCBC"] });
    await expect(
      bench.tech.does(enterResults, { params: { sampleId: tubeOf(order) }, body: values([result]) }),
    ).rejects.toMatchObject({
      code: "validation_failed",
      extras: { errors: { [field]: [expect.any(String)] } },
    });
  });

  it("keeps a value as it was typed, and a choice by its label whether its code or label was typed", async () => {
    const bench = await aBench();
    await addNistTest(bench.lab, "NCBC", nistCbc);
    const order = await anArrivedOrder(bench, { items: ["NCBC"] });
    const { results } = await bench.tech.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: values([
        { analyteCode: "NHGB", value: " <=12.50 ".replace("50", "5") },
        { analyteCode: "NANI", value: "moderate" },
        { analyteCode: "NHYPO", value: "none seen" },
        { analyteCode: "NRBCM", value: "Normal." },
        { analyteCode: "NWBCM", value: "Normal.", abnormal: false },
      ]),
    });
    expect(results.map(({ value, flag }) => [value, flag])).toEqual([
      ["≤12.5", "L"],
      ["Moderate Anisocytosis", "A"],
      ["None seen", "N"],
      ["Normal.", null],
      ["Normal.", "N"],
    ]);
  });

  it("R1 judges by the age at collection, not at entry", async () => {
    const bench = await aBench();
    a.clock("2026-11-20T10:00:00Z");
    const patientId = (await aPatient(bench.lab, { birthDate: "2008-11-20", sex: "male" })).id;
    const before = await anArrivedOrder(bench, {
      ...{ items: ["FBC"], patientId, collectedAt: "2026-11-19T09:00:00Z" },
    });
    const after = await anArrivedOrder(bench, {
      ...{ items: ["FBC"], patientId, collectedAt: "2026-11-20T09:00:00Z" },
    });
    await enter(bench.tech, before, { HGB: "14.0" });
    await enter(bench.tech, after, { HGB: "14.0" });
    const intervalOf = async (order: typeof before) =>
      (await bench.tech.does(openResult, { params: { resultId: resultOf(order, "HGB") } })).interval?.words;
    expect(await intervalOf(before)).not.toBe(await intervalOf(after));
  });

  it("R9 keeps unit, method, interval and version of the catalogue that it was judged by", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result).toMatchObject({ unit: "mg/dL", catalogueVersion: 1 });
    expect(result.method).toEqual(expect.any(String));
    expect(result.interval?.words).toEqual(expect.any(String));
  });
});

describe("correcting before verification", () => {
  it("keeps what was there before, and makes whoever changed it its author", async () => {
    const bench = await aBench();
    const other = await bench.lab.member("technician", { name: "Otto Other" });
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "10.0" });
    await enter(other, order, { CREA: "1.0" });
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result).toMatchObject({
      value: "1.0",
      state: "entered",
      version: 3,
      enteredBy: { name: "Otto Other" },
    });
    expect(result.changes).toMatchObject([
      { what: "corrected", by: "Otto Other", before: { value: "10.0", flag: "HH" }, after: { value: "1.0" } },
    ]);
  });

  it("changes nothing, nor its author, when the same value is sent again", async () => {
    const bench = await aBench();
    const other = await bench.lab.member("technician");
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await enter(other, order, { CREA: "1.0" });
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result).toMatchObject({ version: 2, enteredBy: { name: "Tess Technician" }, changes: [] });
  });

  it("lets an internal comment make nobody its author, a comment for the report does", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    const params = { sampleId: tubeOf(order) };
    const say = (comments: object) =>
      bench.scientist.does(enterResults, {
        params,
        body: values([{ analyteCode: "CREA", value: "1.0", ...comments }]),
      });
    const internal = await say({ comment: "Lipaemic, measured twice." });
    expect(internal.results).toMatchObject([{ enteredBy: "Tess Technician", version: 3 }]);
    const printed = await say({ commentForReport: "Slightly lipaemic." });
    expect(printed.results).toMatchObject([
      {
        enteredBy: "Sam Scientist",
        comment: "Lipaemic, measured twice.",
        commentForReport: "Slightly lipaemic.",
      },
    ]);
  });

  it("refuses a value that was typed over one that somebody changed meanwhile, and shows that one", async () => {
    const bench = await aBench();
    const other = await bench.lab.member("technician", { name: "Otto Other" });
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    await enter(other, order, { CREA: "1.1" });
    const late = bench.tech.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: values([{ analyteCode: "CREA", value: "1.2", version: 2 }]),
    });
    await expect(late).rejects.toMatchObject({
      code: "precondition_failed",
      extras: { members: { conflicts: [{ value: "1.1", version: 3, enteredBy: "Otto Other" }] } },
    });
  });

  it("gives each of two people who type at once their turn, and loses neither", async () => {
    const bench = await aBench();
    const other = await bench.lab.member("technician");
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await Promise.all([enter(bench.tech, order, { CREA: "1.0" }), enter(other, order, { CREA: "1.1" })]);
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result.version).toBe(3);
    expect(result.changes).toHaveLength(1);
    expect([result.value, result.changes[0]?.before.value].sort()).toEqual(["1.0", "1.1"]);
  });
});

describe("around it", () => {
  it("puts the sample in process and the order in progress with the first value", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "GLU"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    const params = { sampleId: order.results.find(({ analyteCode }) => analyteCode === "CREA")?.sampleId };
    expect((await bench.tech.does(openSample, { params })).state).toBe("in_process");
    expect((await bench.tech.does(openOrder, { params: { orderId: order.id } })).state).toBe("in_progress");
  });

  it("S5 answers for the laboratory next door as for what never was", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    const ask = async (sampleId: string) => {
      const body = values([{ analyteCode: "CREA", value: "1.0" }]);
      const error = await neighbour.tech.does(enterResults, { params: { sampleId }, body }).catch((e) => e);
      return [error.code, error.message];
    };
    expect(await ask(tubeOf(order))).toEqual(await ask(newId()));
  });

  it("lets nobody enter but the bench", async () => {
    const bench = await aBench();
    const body = values([{ analyteCode: "CREA", value: "1.0" }]);
    for (const role of roleNames.filter((each) => each !== "technician" && each !== "scientist")) {
      const somebody = await bench.lab.member(role);
      await expect(
        somebody.does(enterResults, { params: { sampleId: newId() }, body }),
        role,
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
