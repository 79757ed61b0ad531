import { describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { verifyResults } from "@/lib/results/operations/verify-results";
import { a } from "@/tests/support/a";
import { aBench, anArrivedOrder, enter, tubeOf } from "@/tests/support/a-bench";
import { job } from "./job";

describe("the background door", () => {
  it("runs the same operations in the system's own name, in one laboratory", async () => {
    const [lab, next] = await Promise.all([aBench(), a.laboratory()]);
    await anArrivedOrder(lab, { items: ["CREA"] });
    expect((await job(listInvoices, lab.lab.ref, {})).data).toHaveLength(1);
    expect((await job(listInvoices, next.ref, {})).data).toEqual([]);
  });

  it("R15 verifies nothing: that is done by a person", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    const verified = job(verifyResults, bench.lab.ref, { params: { sampleId: tubeOf(order) }, body: {} });
    await expect(verified).rejects.toMatchObject({ code: "forbidden" });
  });
});
