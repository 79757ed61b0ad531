import { expect, it } from "vitest";
import { evidenceWords } from "./suspicion-words";

it("P11 tells what a suspicion was seen by in words, also where it is many things at once", () => {
  const many = { people: 14, attempts: 22, minutes: 10 };
  expect(evidenceWords({ evidence: many, answer: "noted" })).toBe(
    "14 people, 22 attempts, 10 minutes; noted",
  );
  const notMe = {
    reportedFrom: { ip: "192.0.2.7", device: "Firefox on Linux" },
    sessions: [{ ip: "192.0.2.8" }],
    changesWithdrawn: 0,
    emailChanged: { from: "a@x.test", to: "b@x.test", at: "2026-11-20T16:10:41.409Z" },
  };
  expect(evidenceWords({ evidence: notMe, answer: "account_locked" })).toBe(
    "reported from: ip 192.0.2.7, device Firefox on Linux, 1 session, " +
      "email changed: from a@x.test, to b@x.test, at 2026-11-20 16:10; the account was locked",
  );
  expect(evidenceWords({ evidence: {}, answer: "sessions_ended" })).toBe("the sessions were ended");
  expect(evidenceWords({ evidence: { isNew: true, sameClient: false }, answer: "noted" })).toBe(
    "is new, not same client; noted",
  );
});
