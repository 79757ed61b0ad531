import "server-only";
import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { operation } from "@/lib/infra/operation";
import { flagOf, presentResult } from "../presenter";
import { resultsOfOrders } from "../repository.find";
import { notedWouldChange } from "../repository.grid";
import { WouldChange } from "../schema.queues";

export const listWouldChange = operation({
  id: "results.wouldChange",
  http: "page",
  summary: "Show released results of an order that a correction would flag otherwise, to be amended.",
  scope: "laboratory",
  permission: "result:read",
  limit: "read",
  audit: "order.would_change_opened",
  input: { params: z.strictObject({ orderId: Id }) },
  output: WouldChange,
  fails: [],
  async run({ db, actor, about }, { params: { orderId } }) {
    const laboratoryId = actor.laboratory.id;
    about({ recordId: orderId, orderId });
    const noted = await notedWouldChange(db, laboratoryId, orderId);
    if (noted.length === 0) return { data: [] };
    const results = new Map(
      (await resultsOfOrders(db, laboratoryId, [orderId])).map((result) => [result.id, result]),
    );
    return {
      data: noted.flatMap(({ resultId, at, before, after }) => {
        const result = results.get(resultId);
        if (!result || result.isSuperseded) return [];
        return {
          result: presentResult(result),
          since: at.toISOString(),
          flag: { printed: flagOf(before.flag), now: flagOf(after.flag) },
          interval: { printed: before.interval, now: after.interval },
        };
      }),
    };
  },
});
