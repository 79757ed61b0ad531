import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import type { Order } from "@/lib/orders/schema";
import { openResult } from "@/lib/results/operations/open-result";
import { aBench, anArrivedOrder, type Bench, enter, resultOf, tubeOf } from "@/tests/support/a-bench";
import { anOrder } from "@/tests/support/an-order";
import { actOnSamples } from "./operations/act-on-samples";
import { listReports } from "./operations/list-reports";

const act = (who: Bench["tech"], action: string, items: object[]) =>
  who.does(actOnSamples, { body: { action, items } });
const codes = ({ data }: Awaited<ReturnType<typeof act>>) =>
  data.map(({ ok, problem }) => problem?.code ?? ok);
const values = (value: string) => ({ results: [{ analyteCode: "CREA", value }] });

describe("one action on many samples", () => {
  it("takes them through the bench: received, entered, verified, released", async () => {
    const bench = await aBench();
    const orders: Order[] = [];
    for (let made = 0; made < 3; made++) orders.push(await anOrder(bench.lab, { items: ["CREA"] }));
    const each = (body?: object) =>
      orders.map((order) => ({ sampleId: tubeOf(order), ...(body && { body }) }));
    expect(codes(await act(bench.tech, "accession", each({ collectionNotRecorded: true })))).toEqual([
      true,
      true,
      true,
    ]);
    expect(codes(await act(bench.tech, "enter_results", each(values("1.0"))))).toEqual([true, true, true]);
    expect(codes(await act(bench.scientist, "verify", each()))).toEqual([true, true, true]);
    expect(codes(await act(bench.pathologist, "release", each()))).toEqual([true, true, true]);
    const reports = await bench.pathologist.does(listReports);
    expect(reports.data.map(({ number, status }) => [number, status])).toEqual(Array(3).fill([1, "final"]));
  });

  it("lets each fare by itself: what is refused stops nothing and is left as it was", async () => {
    const bench = await aBench();
    const good = await anArrivedOrder(bench, { items: ["CREA"] });
    const wrong = await anArrivedOrder(bench, { items: ["CREA"] });
    const stale = await anArrivedOrder(bench, { items: ["CREA"] });
    const awaited = await anOrder(bench.lab, { items: ["CREA"] });
    const answer = await act(bench.tech, "enter_results", [
      { sampleId: tubeOf(good), body: values("1.0") },
      { sampleId: tubeOf(wrong), body: values("much") },
      { sampleId: tubeOf(stale), version: 1, body: values("1.0") },
      { sampleId: tubeOf(awaited), body: values("1.0") },
      { sampleId: newId(), body: values("1.0") },
      { sampleId: newId(), body: { results: [{ analyteCode: "CREA", value: "1.0", state: "verified" }] } },
    ]);
    expect(codes(answer)).toEqual([
      ...[true, "validation_failed", "precondition_failed", "illegal_move", "not_found", "validation_failed"],
    ]);
    expect(answer.data[1]?.problem?.errors).toHaveProperty(["results.0.value"]);
    expect(answer.data[5]?.problem?.errors).toHaveProperty(["results.0.state"]);
    const stateOf = async (order: typeof good) =>
      (await bench.tech.does(openResult, { params: { resultId: resultOf(order, "CREA") } })).state;
    expect([await stateOf(good), await stateOf(wrong)]).toEqual(["entered", "pending"]);
  });

  it("R15 verifies what others entered and refuses one's own, each by itself", async () => {
    const bench = await aBench();
    const [theirs, mine] = [
      await anArrivedOrder(bench, { items: ["CREA"] }),
      await anArrivedOrder(bench, { items: ["CREA"] }),
    ];
    await enter(bench.tech, theirs, { CREA: "1.0" });
    await enter(bench.scientist, mine, { CREA: "1.0" });
    const answer = await act(bench.scientist, "verify", [
      { sampleId: tubeOf(theirs) },
      { sampleId: tubeOf(mine) },
    ]);
    expect(codes(answer)).toEqual([true, "forbidden"]);
  });

  it("R17 releases the samples of one order in one version", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA", "FBC"] });
    await enter(
      bench.tech,
      order,
      Object.fromEntries(order.results.map(({ analyteCode }) => [analyteCode, "1"])),
    );
    const items = order.samples.map(({ id }) => ({ sampleId: id }));
    await act(bench.scientist, "verify", items);
    // Alone, either would leave the other behind.
    expect(codes(await act(bench.pathologist, "release", items.slice(0, 1)))).toEqual(["illegal_move"]);
    expect(codes(await act(bench.pathologist, "release", items))).toEqual([true, true]);
    expect((await bench.pathologist.does(listReports)).data).toHaveLength(1);
  });

  it("asks for the permission that the action asks for on one", async () => {
    const bench = await aBench();
    const items = [{ sampleId: newId() }];
    await expect(act(bench.tech, "verify", items)).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(bench.scientist, "release", items)).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(bench.pathologist, "enter_results", items)).rejects.toMatchObject({ code: "forbidden" });
    expect(codes(await act(bench.scientist, "verify", items))).toEqual(["not_found"]);
  });

  it("names each sample once, and at most five hundred", async () => {
    const bench = await aBench();
    const sampleId = newId();
    await expect(act(bench.scientist, "verify", [{ sampleId }, { sampleId }])).rejects.toMatchObject({
      code: "conflict",
    });
    const many = Array.from({ length: 501 }, () => ({ sampleId: newId() }));
    await expect(act(bench.scientist, "verify", many)).rejects.toMatchObject({ code: "validation_failed" });
    await expect(act(bench.scientist, "vanish", [{ sampleId }])).rejects.toMatchObject({
      code: "validation_failed",
    });
  });

  it("R25 leaves one event for each sample that was acted on", async () => {
    const bench = await aBench();
    const orders = [
      await anArrivedOrder(bench, { items: ["CREA"] }),
      await anArrivedOrder(bench, { items: ["CREA"] }),
    ];
    await act(bench.tech, "enter_results", [
      ...orders.map((order) => ({ sampleId: tubeOf(order), body: values("1.0") })),
      { sampleId: newId(), body: values("1.0") },
    ]);
    const events = await inLaboratory(bench.lab.ref.id, null, async (db) =>
      db.sql<{ recordId: string; details: object }>(
        `select record_id as "recordId", details from audit_event where action = 'sample.acted_on' order by record_id`,
      ),
    );
    expect(events.map(({ recordId }) => recordId)).toEqual(orders.map(tubeOf).sort());
    expect(events[0]?.details).toMatchObject({
      action: "enter_results",
      results: [{ analyteCode: "CREA", value: "1.0", flag: "N" }],
    });
  });

  it("S5 does not know the samples next door", async () => {
    const bench = await aBench();
    const neighbour = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    for (const action of ["enter_results", "verify", "release"]) {
      const who =
        { enter_results: neighbour.tech, verify: neighbour.scientist }[action] ?? neighbour.pathologist;
      const body = action === "enter_results" ? values("1.0") : {};
      const [theirs, nothing] = (
        await act(who, action, [
          { sampleId: tubeOf(order), body },
          { sampleId: newId(), body },
        ])
      ).data;
      expect(theirs?.problem).toEqual(nothing?.problem);
    }
  });
});
