import { describe, expect, it } from "vitest";
import { READING, sentenceOf } from "./vocabulary";

describe("the words of the audit trail", () => {
  it("R25 says an action in words, also one that it has no words for", () => {
    expect(sentenceOf("sample.accessioned")).toBe("Sample accessioned");
    expect(sentenceOf("order_item.cancelled")).toBe("Item cancelled");
    expect(sentenceOf("analyte.limits_set")).toBe("Critical limits set");
    expect(sentenceOf("robot.arm_moved")).toBe("Robot arm moved");
  });

  it("tells reading from doing", () => {
    const isReading = (action: string) => new RegExp(READING).test(action);
    for (const action of [
      "order.opened",
      "samples.listed",
      "patients.searched",
      "patient.results_listed",
      "audit.read",
    ]) {
      expect([action, isReading(action)]).toEqual([action, true]);
    }
    for (const action of ["sample.accessioned", "report.released", "label.printed", "invoice.issued"]) {
      expect([action, isReading(action)]).toEqual([action, false]);
    }
  });
});
