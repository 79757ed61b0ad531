import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { enterLaboratory, inLaboratory, inPlatform } from "@/lib/infra/db";
import { analytesForJudging, loadStarterCatalogue, orderables } from "./repository";
import { STARTER } from "./starter/starter";

async function newLaboratory(): Promise<string> {
  const id = newId();
  await inPlatform({ laboratoryId: id, accountId: null }, async (db) => {
    await db.laboratory.createMany({
      data: [
        {
          id,
          slug: `lab-${id}`,
          name: "Laboratory",
          timeZone: "UTC",
          currency: "USD",
          addressLines: [],
          allowedOrigins: [],
        },
      ],
    });
    await enterLaboratory(id, null);
    const t = performance.now();
    await loadStarterCatalogue(db, id, new Date());
    console.log("load ms", performance.now() - t);
  });
  return id;
}

describe("catalogue", () => {
  it("loads", async () => {
    await newLaboratory();
    const id = await newLaboratory();
    await inLaboratory(id, null, async (db) => {
      const codes = [
        ...STARTER.tests.map((t) => ({ testCode: t.code })),
        ...STARTER.panels.map((t) => ({ panelCode: t.code })),
      ];
      let t = performance.now();
      const found = await orderables(db, id, codes);
      console.log("orderables ms", performance.now() - t);
      expect(found.map((item) => item.code)).toEqual(codes.map((c) => Object.values(c)[0]));
      t = performance.now();
      const ids = found.flatMap((item) => item.tests.flatMap((test) => test.analytes.map((a) => a.id)));
      const judged = await analytesForJudging(db, id, ids);
      console.log("judging ms", performance.now() - t, judged.size);
      console.log(JSON.stringify([...judged.values()][0]).slice(0, 1500), JSON.stringify(found[0]));
    });
  });
});
