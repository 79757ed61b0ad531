import { describe, expect, it } from "vitest";
import { sqlState } from "@/lib/api/database-problems";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { aBench, anArrivedOrder, type Bench, enter, resultOf, tubeOf, verify } from "@/tests/support/a-bench";
import { enterResults } from "./operations/enter-results";
import { openResult } from "./operations/open-result";
import { verificationQueue } from "./operations/verification-queue";
import { verifyResult } from "./operations/verify-result";
import { verifyResults } from "./operations/verify-results";

/** An order with creatinine and glucose, entered by the technician. */
async function anEnteredOrder(bench: Bench) {
  const order = await anArrivedOrder(bench, { items: ["CREA", "UREA"] });
  await enter(bench.tech, order, { CREA: "1.0", UREA: "15" });
  return order;
}

/** Writes as the application's own role does, in somebody's name, and tells the SQLSTATE it is refused with. */
async function attempt(bench: Bench, memberId: string | null, text: string, values: unknown[]) {
  return await inLaboratory(bench.lab.ref.id, memberId, async (db) => {
    await db.sql(text, values);
    return "done";
  }).catch((error) => sqlState(error));
}

describe("R15 a second pair of eyes", () => {
  it("verifies what somebody else entered", async () => {
    const bench = await aBench();
    const order = await anEnteredOrder(bench);
    const params = { sampleId: tubeOf(order) };
    const { results } = await bench.scientist.does(verifyResults, { params, body: {} });
    expect(results.map(({ analyteCode, state }) => [analyteCode, state])).toEqual([
      ["CREA", "verified"],
      ["UREA", "verified"],
    ]);
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result).toMatchObject({ verifiedBy: { name: "Sam Scientist" }, selfVerified: false });
  });

  it("refuses the person who entered, naming what, at the sample and at the result", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "UREA"] });
    await enter(bench.tech, order, { UREA: "15" });
    await enter(bench.scientist, order, { CREA: "1.0" });
    const params = { sampleId: tubeOf(order) };
    await expect(bench.scientist.does(verifyResults, { params, body: {} })).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/Creatinine.*entered by you/),
      extras: { members: { enteredByYou: [resultOf(order, "CREA")] } },
    });
    await expect(
      bench.scientist.does(verifyResult, { params: { resultId: resultOf(order, "CREA") } }),
    ).rejects.toMatchObject({ code: "forbidden" });
    // All or none: what somebody else entered waits too, until it is named.
    const other = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "UREA") } });
    expect(other.state).toBe("entered");
    const { results } = await bench.scientist.does(verifyResults, {
      params,
      body: { resultIds: [resultOf(order, "UREA")] },
    });
    expect(results).toMatchObject([{ state: "verified" }]);
  });

  it("refuses the person who last changed a value, however it was entered first", async () => {
    const bench = await aBench();
    const order = await anEnteredOrder(bench);
    await enter(bench.scientist, order, { CREA: "1.1" });
    await expect(
      bench.scientist.does(verifyResult, { params: { resultId: resultOf(order, "CREA") } }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const second = await bench.lab.member("scientist");
    const verified = await second.does(verifyResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(verified.state).toBe("verified");
  });

  it("says 'entered by you' in the queue where the button would be", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.scientist, order, { CREA: "1.0" });
    const mine = await bench.scientist.does(verificationQueue);
    expect(mine.data).toMatchObject([
      { barcode: order.samples[0]?.barcode, whyNot: "entered by you", verifiable: [] },
    ]);
    const second = await bench.lab.member("scientist");
    const theirs = await second.does(verificationQueue);
    expect(theirs.data).toMatchObject([{ whyNot: null, verifiable: [{ version: 2 }] }]);
  });

  it("lets one person do both where the laboratory permits it, and stamps the row", async () => {
    const bench = await aBench({ allowsSelfVerification: true });
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.scientist, order, { CREA: "1.0" });
    await verify(bench.scientist, order);
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result).toMatchObject({ state: "verified", selfVerified: true });
  });

  it("does not stamp what another person entered, where the laboratory permits it", async () => {
    const bench = await aBench({ allowsSelfVerification: true });
    const order = await anEnteredOrder(bench);
    await verify(bench.scientist, order);
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result.selfVerified).toBe(false);
  });

  it("is done in person: no job verifies", async () => {
    const bench = await aBench();
    const order = await anEnteredOrder(bench);
    await expect(
      bench.lab.job().does(verifyResults, { params: { sampleId: tubeOf(order) }, body: {} }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused by the database itself, whatever a statement claims", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.scientist, order, { CREA: "1.0" });
    const id = resultOf(order, "CREA");
    const me = bench.scientist.memberId;
    const set = (columns: string) => `update result set ${columns} where id = $1`;
    const verified = "state = 'verified', verified_at = now(), verified_by_id = $2";
    // By the one who entered, by them with the stamp, in a colleague's name, by nobody.
    expect(await attempt(bench, me, set(verified), [id, me])).toBe("LM015");
    expect(await attempt(bench, me, set(`${verified}, self_verified = true`), [id, me])).toBe("LM015");
    expect(await attempt(bench, me, set(verified), [id, bench.tech.memberId])).toBe("LM015");
    expect(await attempt(bench, null, set(verified), [id, bench.tech.memberId])).toBe("LM015");
    // As somebody who then says that somebody else entered it.
    expect(await attempt(bench, me, set("entered_by_id = $2"), [id, bench.tech.memberId])).toBe("LM015");
    expect(await attempt(bench, me, set("state = 'verified'"), [id])).toBe("23514");
    const second = await bench.lab.member("scientist");
    expect(await attempt(bench, second.memberId, set(verified), [id, second.memberId])).toBe("done");
  });
});

describe("verifying", () => {
  it("refuses a value that changed since it was looked at", async () => {
    const bench = await aBench();
    const order = await anEnteredOrder(bench);
    const params = { sampleId: tubeOf(order) };
    const seen = [{ resultId: resultOf(order, "CREA"), version: 2 }];
    await enter(bench.tech, order, { CREA: "9.9" });
    await expect(bench.scientist.does(verifyResults, { params, body: { seen } })).rejects.toMatchObject({
      code: "precondition_failed",
      message: expect.stringContaining("Creatinine"),
    });
    await expect(
      bench.scientist.does(verifyResult, { params: { resultId: resultOf(order, "CREA") }, ifMatch: 2 }),
    ).rejects.toMatchObject({ code: "precondition_failed" });
  });

  it("says so when nothing waits for it", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    const params = { sampleId: tubeOf(order) };
    await expect(bench.scientist.does(verifyResults, { params, body: {} })).rejects.toMatchObject({
      code: "illegal_move",
    });
  });

  it("lets one of two people verify who do so at once", async () => {
    const bench = await aBench();
    const second = await bench.lab.member("scientist");
    const order = await anEnteredOrder(bench);
    const input = { params: { resultId: resultOf(order, "CREA") } };
    const outcomes = await Promise.allSettled([
      bench.scientist.does(verifyResult, input),
      second.does(verifyResult, input),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "illegal_move" } });
  });

  it("either corrects or verifies, when the two happen at once, and never verifies what was not entered", async () => {
    const bench = await aBench();
    const order = await anEnteredOrder(bench);
    const params = { sampleId: tubeOf(order) };
    await Promise.allSettled([
      bench.tech.does(enterResults, { params, body: { results: [{ analyteCode: "CREA", value: "2.2" }] } }),
      bench.scientist.does(verifyResults, { params, body: {} }),
    ]);
    const result = await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } });
    expect(result.state).toBe("verified");
    expect(result.changes).toHaveLength(result.value === "2.2" ? 1 : 0);
  });

  it("S5 does not know the results next door, nor those of another sample", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const [order, other] = [await anEnteredOrder(bench), await anEnteredOrder(bench)];
    const answer = async (who: Bench["tech"], sampleId: string, resultId: string) => {
      const input = { params: { sampleId }, body: { resultIds: [resultId] } };
      const { code, message } = await who.does(verifyResults, input).catch((error) => error);
      return [code, message];
    };
    const nothing = await answer(bench.scientist, newId(), newId());
    expect(await answer(neighbour.scientist, tubeOf(order), resultOf(order, "CREA"))).toEqual(nothing);
    expect(await answer(bench.scientist, tubeOf(order), resultOf(other, "CREA"))).toEqual(nothing);
  });
});
