import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accessionNumber,
  dayKey,
  parseAccessionFormat,
  sampleBarcode,
  sequenceKey,
  splitBarcode,
} from "@/lib/core/accession";

const DEFAULT = "{yy}{MM}{dd}-{seq:5}";
const morning = new Date("2026-11-20T14:20:00Z");
const reason = (format: string) => {
  const result = parseAccessionFormat(format);
  return result.ok ? "accepted" : result.reason;
};

describe("the format of accession numbers", () => {
  it.each([DEFAULT, "{seq:1}", "{yyyy}{MM}{dd}{seq:9}", "LAB-{yy}-{seq:6}", "A{dd}{MM}{yyyy}-{seq:8}-Z"])(
    "R3 takes %s",
    (format) => {
      expect(reason(format)).toBe("accepted");
    },
  );

  it.each([
    ["", "running number is missing"],
    ["{yy}{MM}{dd}", "running number is missing"],
    ["{seq:5}{seq:5}", "only once"],
    ["{seq:0}", "{seq:0} is not known"],
    ["{seq:10}", "{seq:10} is not known"],
    ["{seq}", "{seq} is not known"],
    ["{YY}{seq:5}", "{YY} is not known"],
    ["{seq:5", "{seq:5 is not known"],
    ["lab{seq:5}", '"l" cannot stand'],
    ["{seq:5} ", '" " cannot stand'],
    ["{yy}/{seq:5}", '"/" cannot stand'],
    ["Ä{seq:5}", '"Ä" cannot stand'],
    ["🧪{seq:5}", '"🧪" cannot stand'],
    ["LABORATORY-{yyyy}{seq:6}", "21 characters"],
  ])("R3 refuses %j and says why", (format, words) => {
    expect(reason(format)).toContain(words);
  });

  it("R3 counts literals towards 20 characters", () => {
    expect(reason("LABORATOR-{yyyy}{seq:6}")).toBe("accepted");
  });
});

describe("accession numbers", () => {
  it("R3 are written with the laboratory's day", () => {
    expect(accessionNumber(DEFAULT, 42, morning, "America/Los_Angeles")).toBe("261120-00042");
    expect(accessionNumber(DEFAULT, 42, morning, "Pacific/Kiritimati")).toBe("261121-00042");
    expect(accessionNumber("LAB-{yyyy}-{seq:3}", 7, morning, "UTC")).toBe("LAB-2026-007");
    expect(accessionNumber(DEFAULT, 1, new Date("2005-01-02T00:00:00Z"), "UTC")).toBe("050102-00001");
  });

  it("R3 grow rather than repeat when a day has more than fit", () => {
    expect(accessionNumber(DEFAULT, 99_999, morning, "UTC")).toBe("261120-99999");
    expect(accessionNumber(DEFAULT, 100_000, morning, "UTC")).toBe("261120-100000");
  });

  it("R3 refuse what is not a running number or a format", () => {
    for (const sequence of [0, -1, 1.5, Number.NaN]) {
      expect(() => accessionNumber(DEFAULT, sequence, morning, "UTC")).toThrow(RangeError);
    }
    expect(() => accessionNumber("{yy}", 1, morning, "UTC")).toThrow(RangeError);
  });

  it("R3 start again only when the date in the format changes", () => {
    const key = (format: string) => sequenceKey(format, morning, "UTC");
    expect(key(DEFAULT)).toBe("2026-11-20");
    expect(key("{yy}{MM}{seq:5}")).toBe("2026-11");
    expect(key("{yyyy}-{seq:5}")).toBe("2026");
    expect(key("{yy}{dd}{seq:5}")).toBe("2026");
    expect(key("{MM}{dd}{seq:5}")).toBe("");
    expect(key("{seq:8}")).toBe("");
  });

  it("R3 are never given twice within one century", () => {
    const piece = fc.constantFrom("{yy}", "{yyyy}", "{MM}", "{dd}", "A", "7", "-");
    const format = fc
      .tuple(
        fc.array(piece, { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(piece, { maxLength: 2 }),
      )
      .map(([before, digits, after]) => `${before.join("")}{seq:${digits}}${after.join("")}`)
      .filter((candidate) => parseAccessionFormat(candidate).ok);
    const instant = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2028-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    const sequence = fc.integer({ min: 1, max: 12_000 });
    fc.assert(
      fc.property(format, instant, instant, sequence, sequence, (form, a, b, m, n) => {
        const [one, other] = [accessionNumber(form, m, a, "UTC"), accessionNumber(form, n, b, "UTC")];
        const isSameCount = sequenceKey(form, a, "UTC") === sequenceKey(form, b, "UTC") && m === n;
        if (!isSameCount) expect(one).not.toBe(other);
      }),
      { numRuns: 500 },
    );
  });
});

describe("days and barcodes", () => {
  it("knows the laboratory's day", () => {
    expect(dayKey(morning, "America/Los_Angeles")).toBe("2026-11-20");
    expect(dayKey(morning, "Pacific/Kiritimati")).toBe("2026-11-21");
  });

  it("R3 takes a sample's barcode apart again", () => {
    expect(sampleBarcode("261120-00042", 2)).toBe("261120-00042-2");
    expect(splitBarcode("261120-00042-2")).toEqual({ accession: "261120-00042", n: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 9999 }), (sequence, n) => {
        const accession = accessionNumber(DEFAULT, sequence, morning, "UTC");
        expect(splitBarcode(sampleBarcode(accession, n))).toEqual({ accession, n });
      }),
    );
  });

  it("R3 knows an accession number of the default format from a barcode", () => {
    for (const text of [
      "261120-00042",
      "",
      "-1",
      "2611",
      "261120-00042-",
      "261120-00042-0",
      "261120 00042-1",
      "x-1",
    ]) {
      expect(splitBarcode(text)).toBeNull();
    }
  });
});
