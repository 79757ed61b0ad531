import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, ownBrand } from "@/lib/infra/mail";
import { asLine, asName, listed } from "./plain";
import { verifyEmail } from "./verify-email";
import { whenIn } from "./when";

describe("a name in a message", () => {
  it("stays what it is when it is a name", () => {
    for (const name of [
      "Ada",
      "Dr. Grace Moreau-Okafor",
      "Anne-Marie O’Neill",
      "李小龍",
      "Søren Åkesson Jr.",
    ]) {
      expect(asName(name)).toBe(name);
    }
  });

  it("is cut to forty characters", () => {
    expect(asName("A".repeat(200))).toBe(`${"A".repeat(39)}…`);
  });

  it.each([
    ["Win at evil.com/prize now", "Win at evil com prize now"],
    ["https://evil.com", "https evil com"],
    ["evil。com", "evil com"],
    ["evil.com", "evil com"],
    ["//evil", "evil"],
    ["a@evil.com", "a evil com"],
  ])("carries no link: %s", (name, shown) => {
    expect(asName(name)).toBe(shown);
  });

  it("never holds what a mail program would make a link of, whatever was typed", () => {
    const typed = fc.string({ unit: fc.constantFrom("a", "b", ".", "/", ":", "@", " ", "w", "。", "．") });
    fc.assert(
      fc.property(typed, (name) => {
        expect(asName(name)).not.toMatch(/[.。．]\S|\/|@|:\S/);
        expect([...asName(name)].length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it("does not reach a stranger's mailbox as a link", async () => {
    const props = { ...verifyEmail.previewProps, firstName: "click http://evil.example/win" };
    const { html, text } = await compose(verifyEmail, props, ownBrand());
    for (const form of [html, text]) expect(form).not.toMatch(/evil\.example|http:\/\/evil/);
  });
});

describe("a list of words", () => {
  it("reads as one says it", () => {
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b"])).toBe("a and b");
    expect(listed(["a", "b", "c"])).toBe("a, b and c");
  });
});

describe("a line for operators", () => {
  it("keeps addresses of people and networks readable, and links nothing else", () => {
    expect(asLine("grace@demo.test from 203.0.113.7, see evil.com/x")).toBe(
      "grace@demo.test from 203.0.113.7, see evil com x",
    );
    expect(asLine("2001:db8::7 at 12:30")).toBe("2001:db8::7 at 12:30");
  });
});

describe("a time in a message", () => {
  it.each([
    ["America/Los_Angeles", "20 Nov 2026, 07:14 (Los Angeles time)"],
    ["America/Argentina/Buenos_Aires", "20 Nov 2026, 12:14 (Buenos Aires time)"],
    ["UTC", "20 Nov 2026, 15:14 (UTC)"],
    ["Etc/GMT+12", "20 Nov 2026, 03:14 (Etc/GMT+12)"],
  ])("says where it is that time: %s", (zone, words) => {
    expect(whenIn(new Date("2026-11-20T15:14:00Z"), zone)).toBe(words);
  });
});
