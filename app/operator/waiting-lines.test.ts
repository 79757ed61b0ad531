import { describe, expect, it } from "vitest";
import { leadSentence, waitingLines } from "./waiting-lines";

const nothing = {
  ...{ providersPending: 0, registrationsPending: 3, suspicionsOpen: 0, mailsDead: 0, tasksFailed: 0 },
  ...{ laboratories: 2, laboratoriesSuspended: 0, accountsLocked: 0 },
};

describe("what waits for an operator", () => {
  it("is said in one sentence", () => {
    expect(leadSentence(nothing)).toBe("Nothing waits for you");
    expect(leadSentence({ ...nothing, providersPending: 1 })).toBe("One provider waits for you");
    expect(leadSentence({ ...nothing, suspicionsOpen: 2, tasksFailed: 1 })).toBe(
      "Two suspicions and one failed task wait for you",
    );
    expect(leadSentence({ ...nothing, suspicionsOpen: 1, providersPending: 14, mailsDead: 2 })).toBe(
      "One suspicion, 14 providers and two undeliverable mails wait for you",
    );
  });

  it("is a line for each that waits, and none for what ends by itself", () => {
    expect(waitingLines(nothing)).toEqual([]);
    expect(waitingLines({ ...nothing, mailsDead: 3, accountsLocked: 1 }).map(({ what }) => what)).toEqual([
      "Undeliverable mails",
      "Locked accounts",
    ]);
  });
});
