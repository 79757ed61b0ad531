import { describe, expect, it } from "vitest";
import { answerTo, isStrange, lockAfter, maskedAddress, suspicionRules } from "./policy.suspicion";

const account = { hasSecondFactor: false, strongBefore: 0, isDemonstration: false };

describe("P11 what follows from a sign of an attack", () => {
  it("is written down only, where it concerns nobody in particular", () => {
    for (const kind of ["many_accounts", "code_spraying"] as const) {
      expect(answerTo({ kind, account: null })).toBe("noted");
    }
  });

  it("is a notice, or the second factor where there is one", () => {
    for (const kind of ["many_accounts", "code_spraying", "new_network"] as const) {
      expect(answerTo({ kind, account })).toBe("notice_sent");
      expect(answerTo({ kind, account: { ...account, hasSecondFactor: true } })).toBe("second_factor_asked");
    }
  });

  it("ends sessions where somebody holds what only the owner should, and locks at the third time in a day", () => {
    for (const kind of ["refresh_replay", "not_me"] as const) {
      const answers = [0, 1, 2, 3].map((strongBefore) =>
        answerTo({ kind, account: { ...account, strongBefore } }),
      );
      expect(answers).toEqual(["sessions_ended", "sessions_ended", "account_locked", "account_locked"]);
    }
    expect(lockAfter).toBe(3);
  });

  it("never locks by weak signs, however many, and never the demonstration", () => {
    for (const [kind, { isStrong }] of Object.entries(suspicionRules)) {
      const many = { ...account, strongBefore: 99 };
      const given = { kind: kind as keyof typeof suspicionRules, account: many };
      expect(answerTo(given) === "account_locked", kind).toBe(isStrong);
      expect(answerTo({ ...given, account: { ...many, isDemonstration: true } })).not.toBe("account_locked");
    }
  });
});

describe("a sign-in is strange", () => {
  const home = { ip: "203.0.113.7", timeZone: "Europe/London" };

  it.each([
    ["nothing is known", [], home, false],
    ["it is where it always is", [home], home, false],
    ["only the network is new", [home], { ip: "198.51.100.1", timeZone: "Europe/London" }, false],
    ["only the zone is new", [home], { ip: "203.0.113.9", timeZone: "Asia/Tokyo" }, false],
    [
      "the address is another of the same provider",
      [home],
      { ip: "203.0.9.9", timeZone: "Asia/Tokyo" },
      false,
    ],
    ["both are new", [home], { ip: "198.51.100.1", timeZone: "Asia/Tokyo" }, true],
    ["the browser does not say its zone", [home], { ip: "198.51.100.1", timeZone: null }, false],
    ["the address is not known", [home], { ip: null, timeZone: "Asia/Tokyo" }, false],
    [
      "only programs were seen before, which have no zone",
      [{ ip: "203.0.113.7", timeZone: null }],
      { ip: "198.51.100.1", timeZone: "Asia/Tokyo" },
      false,
    ],
    [
      "both are new, in IPv6",
      [{ ...home, ip: "2001:db8:1:2::/64" }],
      { ip: "2001:db8:9:2::/64", timeZone: "Asia/Tokyo" },
      true,
    ],
    [
      "it is the same /48",
      [{ ...home, ip: "2001:db8:1:2::/64" }],
      { ip: "2001:db8:1:9::/64", timeZone: "Asia/Tokyo" },
      false,
    ],
  ] as const)("when %s", (_, before, here, expected) => {
    expect(isStrange(here, before)).toBe(expected);
  });

  it("and evidence names the network, not the address", () => {
    expect(maskedAddress("203.0.113.7")).toBe("203.0.0.0/16");
    expect(maskedAddress("2001:db8:1:2::/64")).toBe("2001:db8:1::/48");
    expect(maskedAddress(null)).toBeNull();
  });
});
