import { beforeAll, describe, expect, it } from "vitest";
import { mayFollow } from "@/lib/core/lifecycle";
import { ResultState } from "@/lib/orders/schema";
import { releaseOrder } from "@/lib/reports/operations/release-order";
import { releaseResult } from "@/lib/reports/operations/release-result";
import { withdrawReport } from "@/lib/reports/operations/withdraw-report";
import { aBench, anArrivedOrder, type Bench, enter, resultOf, tubeOf, verify } from "@/tests/support/a-bench";
import { resultLifecycle } from "./lifecycle";
import { amendResult } from "./operations/amend-result";
import { cancelResult } from "./operations/cancel-result";
import { enterResults } from "./operations/enter-results";
import { openResult } from "./operations/open-result";
import { retestResult } from "./operations/retest-result";
import { verifyResult } from "./operations/verify-result";

const reason = "To see what happens.";

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
});

/** A result that came to a state as results do. */
async function aResult(state: ResultState) {
  const order = await anArrivedOrder(bench, { items: ["CREA"] });
  const resultId = resultOf(order, "CREA");
  const input = { params: { resultId }, body: { reason } };
  if (state === "cancelled") await bench.scientist.does(cancelResult, input);
  if (state === "pending" || state === "cancelled") return { order, resultId };
  await enter(bench.tech, order, { CREA: "1.0" });
  if (state === "replaced") await bench.tech.does(retestResult, input);
  if (state === "entered" || state === "replaced") return { order, resultId };
  await verify(bench.scientist, order);
  if (state === "verified") return { order, resultId };
  const { report } = await bench.pathologist.does(releaseOrder, { params: { orderId: order.id }, body: {} });
  if (state === "withdrawn") {
    await bench.pathologist.does(withdrawReport, { params: { reportId: report.id }, body: { reason } });
  }
  return { order, resultId };
}

type Made = Awaited<ReturnType<typeof aResult>>;

/** What people do to make each move. The values of `enter` go by analyte, so a successor may take them. */
const attempts = {
  enter: ({ order }: Made) =>
    bench.tech.does(enterResults, {
      params: { sampleId: tubeOf(order) },
      body: { results: [{ analyteCode: "CREA", value: "1.5" }] },
    }),
  verify: ({ resultId }: Made) => bench.scientist.does(verifyResult, { params: { resultId } }),
  release: ({ resultId }: Made) =>
    bench.pathologist.does(releaseResult, { params: { resultId }, body: { preliminary: true } }),
  retest: ({ resultId }: Made) => bench.tech.does(retestResult, { params: { resultId }, body: { reason } }),
  cancel: ({ resultId }: Made) =>
    bench.scientist.does(cancelResult, { params: { resultId }, body: { reason } }),
  amend: async ({ resultId }: Made) => {
    const { version } = await bench.tech.does(openResult, { params: { resultId } });
    const body = { value: "1.5", reason };
    return await bench.pathologist.does(amendResult, { params: { resultId }, body, ifMatch: version });
  },
};

const allows = (state: ResultState, move: keyof typeof attempts) =>
  move === "enter"
    ? // The successor of a replaced result waits for the value.
      mayFollow(resultLifecycle, state, "enter") ||
      mayFollow(resultLifecycle, state, "correct") ||
      state === "replaced"
    : mayFollow(resultLifecycle, state, move);

describe.each(ResultState.options)("a result that is %s", (state) => {
  // The table's keys are the moves.
  it.each(Object.keys(attempts) as (keyof typeof attempts)[])(
    "may be made to %s as its life says",
    async (move) => {
      const made = await aResult(state);
      const outcome = await attempts[move](made).then(
        () => "done",
        (error) => error.code,
      );
      const refused = move === "enter" ? "validation_failed" : "illegal_move";
      expect(outcome).toBe(allows(state, move) ? "done" : refused);
      const { state: after } = await bench.tech.does(openResult, { params: { resultId: made.resultId } });
      if (outcome !== "done" || state === "replaced") expect(after).toBe(state);
    },
  );
});
