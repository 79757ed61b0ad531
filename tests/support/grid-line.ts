import { newId } from "@/lib/core/ids";
import type { GridLine } from "@/lib/results/schema.queues";

/** A line of the grid that waits for its value, unless told otherwise. */
export function aLine(wish: Partial<GridLine> = {}): GridLine {
  const isEntered = typeof wish.value === "string";
  return {
    resultId: newId(),
    version: 1,
    analyteCode: "HGB",
    analyteName: "Haemoglobin",
    testName: "Full blood count",
    loinc: "718-7",
    kind: "numeric",
    unit: "g/dL",
    decimals: 1,
    method: null,
    choices: [],
    interval: { low: "13", high: "18", text: null, words: "13 – 18" },
    criticalLimit: null,
    state: isEntered ? "entered" : "pending",
    value: null,
    notReported: false,
    abnormal: null,
    flag: isEntered ? "N" : null,
    comment: null,
    commentForReport: null,
    enteredBy: isEntered ? "Tess Technician" : null,
    enteredAt: isEntered ? "2026-11-20T06:37:00.000Z" : null,
    verifiedBy: null,
    verifiedAt: null,
    selfVerified: false,
    releasedAt: null,
    amends: null,
    replaceReason: null,
    cancelReason: null,
    previous: null,
    callIsOpen: false,
    may: { enter: true, verify: false, retest: true, cancel: false, amend: false, recordCall: false },
    whyNotVerify: null,
    ...wish,
  };
}
