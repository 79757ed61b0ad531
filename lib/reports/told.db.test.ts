import { describe, expect, it } from "vitest";
import { amendResult } from "@/lib/results/operations/amend-result";
import { recordCriticalNotification } from "@/lib/results/operations/record-critical-notification";
import { verifyResult } from "@/lib/results/operations/verify-result";
import { aBench, aReleasedOrder, resultOf } from "@/tests/support/a-bench";
import { aProvider } from "@/tests/support/an-order";
import { openReport } from "./operations/open-report";
import { releaseOrder } from "./operations/release-order";
import { withdrawReport } from "./operations/withdraw-report";

/** A released critical potassium that the ward was called about, asked for by a provider. */
async function aCalledReport() {
  const bench = await aBench();
  const providerId = await aProvider(bench.lab);
  const { order, report } = await aReleasedOrder(bench, { K: "7.2" }, { items: ["K"], providerId });
  const call = { notifiedAt: new Date(Date.now() - 1000).toISOString(), method: "phone" as const };
  const params = { resultId: resultOf(order, "K") };
  await bench.tech.does(recordCriticalNotification, {
    params,
    body: { ...call, recipientName: "Nora Nurse", recipientRole: "Ward nurse", outcome: "read_back" },
  });
  await bench.tech.does(recordCriticalNotification, {
    params,
    body: {
      ...call,
      ...{
        recipientName: "Nobody There",
        recipientRole: "Ward",
        outcome: "unable_to_reach",
        note: "No answer.",
      },
    },
  });
  const told = async (reportId: string) => {
    const { toBeTold } = await bench.pathologist.does(openReport, { params: { reportId } });
    return toBeTold.map(({ who, name }) => (who === "called" ? name : who));
  };
  return { bench, order, report, told };
}

describe("R18 who must be told", () => {
  it("is nobody while every version stands", async () => {
    const { report, told } = await aCalledReport();
    expect(await told(report.id)).toEqual([]);
  });

  it("is the requester, and whoever was called about a value that was amended", async () => {
    const { bench, order, report, told } = await aCalledReport();
    const amendment = await bench.pathologist.does(amendResult, {
      params: { resultId: resultOf(order, "K") },
      body: { value: "4.2", reason: "Typed wrongly." },
      ifMatch: 4,
    });
    await bench.scientist.does(verifyResult, { params: { resultId: amendment.id } });
    const { report: corrected } = await bench.pathologist.does(releaseOrder, {
      params: { orderId: order.id },
      body: {},
    });
    expect(await told(corrected.id)).toEqual(["requester", "Nora Nurse"]);
    expect(await told(report.id)).toEqual(["requester", "Nora Nurse"]);
  });

  it("is the same when the report is withdrawn", async () => {
    const { bench, report, told } = await aCalledReport();
    await bench.pathologist.does(withdrawReport, {
      params: { reportId: report.id },
      body: { reason: "The sample was another patient's." },
    });
    expect(await told(report.id)).toEqual(["requester", "Nora Nurse"]);
  });
});
