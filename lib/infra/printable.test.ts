import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, codePointName, mapStrings } from "./printable";

describe("text for paper", () => {
  it("leaves what people write as it is", () => {
    for (const text of [
      "Nguyễn Thị Ánh",
      "محمد علي",
      "अमित क्षत्रिय",
      "≤0.01 µg/L",
      "王小明",
      "😀",
      "line\nline",
    ]) {
      expect(cleanText(text)).toBe(text);
    }
  });

  it("composes letters, and takes shaped letters and ligatures apart", () => {
    expect(cleanText("e\u0301")).toBe("é");
    expect(cleanText("ﬁ ﻋ")).toBe("fi ع");
  });

  it("drops what cannot be seen: controls, marks of direction, variation selectors, half characters", () => {
    expect(cleanText("a\u0000\u202e\u2066b\ufe0f\u00ad\ufeff")).toBe("ab");
    expect(cleanText("a\ud800b")).toBe("a\ufffdb");
    expect(cleanText("a\tb\r\nc\u2028d")).toBe("a b\nc\nd");
  });

  it("keeps the joiners that scripts are written with, not those that only glue emoji", () => {
    expect(cleanText("می\u200cخواهم")).toBe("می\u200cخواهم");
    expect(cleanText("क्\u200dष")).toBe("क्\u200dष");
    expect(cleanText("👩🏽\u200d⚕\ufe0f")).toBe("👩🏽⚕");
  });

  it("is clean once it is cleaned", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it("changes the strings of content and nothing else", () => {
    const content = { name: "a", list: ["b", { deep: "c" }], count: 1, none: null, yes: true };
    expect(mapStrings(content, (text) => text.toUpperCase())).toEqual({
      name: "A",
      list: ["B", { deep: "C" }],
      count: 1,
      none: null,
      yes: true,
    });
  });

  it("names a character by its number", () => {
    expect(codePointName(0x13000)).toBe("[U+13000]");
    expect(codePointName(0x7f)).toBe("[U+007F]");
  });
});
