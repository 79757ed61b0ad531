import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { openOrder } from "@/lib/orders/operations/open-order";
import { a, type Lab, type Member } from "@/tests/support/a";
import { anOrder, bring, facts, receive, resultsOn, tube } from "@/tests/support/an-order";
import { rejectSample } from "./operations/reject-samples";

describe("rejecting", () => {
  it("R6 keeps the history, replaces what is unreleased, and opens a recollection linked to it", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["FBC", "CREA", "UREA", "NA"] });
    await receive(lab, order);
    const [pending = "", entered = "", verified = ""] = resultsOn(order, 2);
    await bring(lab, [entered], "entered");
    await bring(lab, [verified], "verified");
    const rejected = await tech.does(rejectSample, {
      params: tube(order, 2),
      body: { reasonCode: "haemolysed", note: "Cherry red" },
    });
    expect(rejected).toMatchObject({
      state: "rejected",
      rejectReasonCode: "haemolysed",
      rejectNote: "Cherry red",
      rejectedBy: { id: tech.memberId },
      needAttention: [],
      advice: null,
      recollection: {
        barcode: `${order.accessionNumber}-3`,
        number: 3,
        state: "expected",
        sampleType: order.samples[1]?.sampleType,
        recollectionOfId: tube(order, 2).sampleId,
        collectedAt: null,
        accessionedAt: null,
      },
    });
    expect(rejected.recollectionId).toBe(rejected.recollection?.id);
    expect(rejected.results.map(({ state }) => state)).toEqual(["replaced", "replaced", "replaced"]);
    const again = rejected.recollection?.results ?? [];
    expect(again.map(({ analyteCode, state }) => [analyteCode, state])).toEqual(
      rejected.results.map(({ analyteCode }) => [analyteCode, "pending"]),
    );
    expect(
      await linksOf(
        lab,
        again.map(({ id }) => id),
      ),
    ).toEqual([
      { replaces: pending, why: "Sample rejected: haemolysed: Cherry red" },
      { replaces: entered, why: "Sample rejected: haemolysed: Cherry red" },
      { replaces: verified, why: "Sample rejected: haemolysed: Cherry red" },
    ]);
    expect(await facts(lab, "sample.rejected")).toEqual([
      { sampleId: rejected.id, recollectionId: rejected.recollectionId },
    ]);
    const reader = await lab.member("auditor");
    const after = await reader.does(openOrder, { params: { orderId: order.id } });
    expect(after).toMatchObject({
      state: "in_progress",
      items: order.items.map(() => ({ cancelledAt: null })),
    });
  });

  it("R6 leaves what is released, and says that it needs an amendment or a withdrawal", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA", "UREA"] });
    await receive(lab, order);
    const [creatinine = ""] = resultsOn(order);
    await bring(lab, [creatinine], "released");
    const rejected = await tech.does(rejectSample, {
      params: tube(order),
      body: { reasonCode: "mislabelled" },
    });
    expect(rejected.needAttention.map(({ id }) => id)).toEqual([creatinine]);
    expect(rejected.advice).toContain("Creatinine");
    expect(rejected.results.map(({ state }) => state)).toEqual(["released", "replaced"]);
    expect(rejected.recollection?.results.map(({ analyteCode }) => analyteCode)).toEqual(["UREA"]);
  });

  it("R6 carries an amendment under way over to the recollection", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, order);
    const [released = ""] = resultsOn(order);
    await bring(lab, [released], "released");
    await amendByHand(lab, released);
    const rejected = await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "leaked" } });
    expect(rejected.needAttention.map(({ id }) => id)).toEqual([released]);
    const reopened = rejected.recollection?.results ?? [];
    expect(reopened.map(({ state }) => state)).toEqual(["pending"]);
    expect(await supersededBy(lab, reopened[0]?.id)).toBe(released);
  });

  it("R6 opens no recollection where nothing is left to be measured", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    await receive(lab, order);
    await bring(lab, resultsOn(order), "released");
    const rejected = await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "too_old" } });
    expect(rejected).toMatchObject({ state: "rejected", recollection: null, recollectionId: null });
    expect(rejected.needAttention).toHaveLength(1);
  });

  it("R6 rejects the recollection too, with another after it, and prints each its own number", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab, { items: ["CREA"] });
    const first = await tech.does(rejectSample, { params: tube(order), body: { reasonCode: "clotted" } });
    const second = await tech.does(rejectSample, {
      params: { sampleId: first.recollectionId },
      body: { reasonCode: "insufficient" },
    });
    expect(second.recollection).toMatchObject({ number: 3, recollectionOfId: first.recollectionId });
  });

  it("R6 needs a coded reason, and words for other", async () => {
    const { lab, tech } = await bench();
    const order = await anOrder(lab);
    for (const body of [
      {},
      { reasonCode: "ugly" },
      { reasonCode: "other" },
      { reasonCode: "other", note: " " },
    ]) {
      await expect(tech.does(rejectSample, { params: tube(order), body })).rejects.toMatchObject({
        code: "validation_failed",
      });
    }
    const body = { reasonCode: "other", note: "Lid missing" };
    expect((await tech.does(rejectSample, { params: tube(order), body })).rejectNote).toBe("Lid missing");
    await expect(tech.does(rejectSample, { params: tube(order), body })).rejects.toMatchObject({
      code: "illegal_move",
    });
  });
});

async function bench(): Promise<{ lab: Lab; tech: Member; phlebotomist: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician"), phlebotomist: await lab.member("phlebotomist") };
}

function linksOf(lab: Lab, ids: string[]) {
  return inLaboratory(lab.ref.id, null, async (db) =>
    db.sql(
      `select replaces_id as replaces, replace_reason as why from result
       where laboratory_id = $1 and id = any($2::uuid[]) order by position`,
      [lab.ref.id, ids],
    ),
  );
}

async function supersededBy(lab: Lab, id: string | undefined) {
  const [row] = await inLaboratory(lab.ref.id, null, async (db) =>
    db.sql<{ id: string }>("select supersedes_id as id from result where laboratory_id = $1 and id = $2", [
      lab.ref.id,
      id,
    ]),
  );
  return row?.id;
}

/** A new version of a released result that waits for its verification. */
async function amendByHand(lab: Lab, releasedId: string) {
  const pathologist = await lab.member("pathologist");
  await inLaboratory(lab.ref.id, pathologist.memberId, async (db) =>
    db.sql(
      `insert into result (laboratory_id, id, order_id, order_test_id, sample_id, patient_id, analyte_id, position,
         section, analyte_code, analyte_name, kind, decimals, due_at, state, value, entered_by_id, entered_at,
         supersedes_id, amend_reason)
       select laboratory_id, $3, order_id, order_test_id, sample_id, patient_id, analyte_id, position, section,
         analyte_code, analyte_name, kind, decimals, due_at, 'entered', '6', $4, now(), id, 'Wrong unit'
       from result where laboratory_id = $1 and id = $2`,
      [lab.ref.id, releasedId, newId(), pathologist.memberId],
    ),
  );
}
