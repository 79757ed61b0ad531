import { describe, expect, it } from "vitest";
import { renderPdf } from "@/lib/infra/pdf";
import type { ReportContent } from "@/lib/reports/content";
import { numericLine, reportContent, reportedLine } from "@/tests/support/paper-content";
import { pdfQr, pdfText } from "@/tests/support/pdf";
import { ReportDocument } from "./report-document";

const REPORT = reportContent();
const printed = async (over: Partial<ReportContent> = {}) =>
  pdfText(await renderPdf(ReportDocument, reportContent(over)));
const withReport = (over: Partial<ReportContent["report"]>) => ({ report: { ...REPORT.report, ...over } });
const withLines = (lines: ReportContent["sections"][number]["lines"], heading = "Full blood count") => ({
  sections: [{ heading, sampleBarcode: "261120-00042-1", lines }],
});
const count = (text: string, part: string) => text.split(part).length - 1;

describe("a report on paper", { timeout: 30_000 }, () => {
  it("R21 says which laboratory, whose, which order and which version", async () => {
    const [page = ""] = await printed();
    for (const part of [
      "Demo Laboratory",
      "Century Hospital, 2070 Test Park, Los Angeles, CA 90067",
      "Licence CLIA 24D9871327",
      "Director Dr. Phil Knowsalot",
      "JONES, William",
      "PATID1234",
      "15 Jun 1961, 65 years at collection",
      "Male",
      "Dr. Nicholas Radon",
      "261120-00042",
      "Version 3, 20 Nov 2026, 11:12 PST",
      "FINAL, CORRECTED",
    ]) {
      expect(page).toContain(part);
    }
  });

  it("R21 gives times in the laboratory's zone, and each sample's own when they differ", async () => {
    const [page = ""] = await printed();
    expect(page).toContain("-1 Blood, EDTA: collected 20 Nov 2026, 06:20, received 20 Nov 2026, 06:31.");
    expect(page).toContain(
      "collected 20 Nov 2026, 06:55, received 20 Nov 2026, 07:04. Condition: slightly haemolysed.",
    );
    const [blood] = REPORT.samples;
    const [tokyo = ""] = await printed({
      samples: blood ? [blood] : [],
      laboratory: { ...REPORT.laboratory, timeZone: "Asia/Tokyo" },
    });
    expect(tokyo).toMatch(/Collected\s+20 Nov 2026, 23:20/);
    expect(tokyo).toMatch(/Reported\s+21 Nov 2026, 04:12/);
  });

  it("says that a collection time was not recorded, and that a birth date is estimated or unknown", async () => {
    const [blood] = REPORT.samples;
    const sample = {
      ...blood,
      barcode: "X-1",
      sampleType: "Serum",
      conditionPerfect: true,
      collectionNotRecorded: true,
    };
    const { collectedAt: _, ...untimed } = sample;
    const [page = ""] = await printed({
      samples: [untimed],
      patient: { ...REPORT.patient, birthDateEstimated: true },
    });
    expect(page).toMatch(/Collected\s+not recorded/);
    expect(page).toContain("15 Jun 1961 (estimated)");
    const { birthDate: __, ageAtCollection: ___, ...unborn } = REPORT.patient;
    expect((await printed({ patient: unborn })).join()).toMatch(/Born\s+date unknown/);
  });

  it("R12 R21 prints each line with value, unit, flag in letters and words, interval and the value before", async () => {
    const [page = ""] = await printed();
    expect(page).toMatch(/Leukocytes\s+HH critical\s+105 600\s+cells\/µL\s+4300 – 10 800\s+9800/);
    expect(page).toMatch(/Haemoglobin\s+L low\s+12\.5\s+g\/dL\s+13 – 18/);
    expect(page).toMatch(/Erythrocytes\s+4\.41\s+10⁶\/µL\s+4\.3 – 6\.2\s+4\.62/);
    expect(page).toMatch(/Triglyceride\s+L low\s+<9\s+mg\/dL/);
    expect(page).toMatch(/Anisocytosis\s+A abnormal\s+Moderate anisocytosis/);
    expect(page).toContain("Before, 12 May 2026: None seen");
    expect(page).toContain("A review of the film and a repeat count are advised.");
    expect(page).toContain("Method: Calculated: Friedewald, valid below triglyceride 400 mg/dL");
    expect(page).toMatch(/Lipoprotein\(a\)\s+Cancelled: not enough serum/);
  });

  it("R8 prints an interval in words as written, beside the limits it is judged by, and never calls none normal", async () => {
    const [page = ""] = await printed();
    expect(page).toMatch(/Cholesterol\s+196\s+mg\/dL\s+≤ 200/);
    expect(page).toContain("Recommended: <200; Moderate Risk: 200-239; High Risk: >240");
    expect(page).toMatch(/Hypochromia\s+None seen\s+no interval/);
    expect(page.replace("not that a value is normal", "")).not.toMatch(/\bnormal\b/);
  });

  it("R18 tells what changed before the results, and keeps telling earlier corrections", async () => {
    const [newer] = REPORT.corrections;
    if (!newer) throw new Error("The example has a correction.");
    const earlier = {
      ...newer,
      version: 2,
      analyte: "Platelets",
      from: "21 000 cells/µL",
      to: "210 000 cells/µL",
      reason: "Typed short",
    };
    const [page = ""] = await printed({ corrections: [earlier, newer] });
    expect(page).toMatch(/Haemoglobin: 12\.5 g\/mL is now 12\.5 g\/dL \(since version 3\)/);
    expect(page).toContain("Platelets: 21 000 cells/µL is now 210 000 cells/µL (since version 2)");
    expect(page).toContain("Amended 20 Nov 2026, 10:57 by Pat");
    expect(page.indexOf("since version 3")).toBeLessThan(page.indexOf("since version 2"));
    expect(page.indexOf("since version 2")).toBeLessThan(page.indexOf("Analyte"));
    expect(page).toContain("Corrected in version 3; formerly 12.5 g/mL.");
  });

  it("says of a value that was taken back that it is not reported", async () => {
    const line = reportedLine({
      value: null,
      notReported: true,
      correctedInVersion: 2,
      former: "14.1 g/dL",
      flag: null,
    });
    const [page = ""] = await printed(withLines([line]));
    expect(page).toMatch(/Haemoglobin\s+Not reported/);
    expect(page).toContain("formerly 14.1 g/dL");
  });

  it("R17 says that it is preliminary and what is still to come", async () => {
    const [page = ""] = await printed({
      ...withReport({ status: "preliminary", isCorrected: false, number: 1 }),
      ...withLines([
        reportedLine(),
        reportedLine({
          analyte: "eGFR",
          value: null,
          state: "pending",
          pendingReason: "waits for creatinine",
        }),
      ]),
      corrections: [],
      pendingTests: ["Lipid profile", "TSH"],
    });
    expect(page).toContain("PRELIMINARY");
    expect(page).not.toContain("CORRECTED");
    expect(page).not.toContain("What changed");
    expect(page).toContain("Still to come: Lipid profile; TSH.");
    expect(page).toMatch(/eGFR\s+Pending: waits for creatinine/);
  });

  it("R19 lists every attempt to tell of a critical value, and says when none was recorded", async () => {
    const text = (await printed()).join("\n");
    expect(text).toContain(
      "Tess Technician was unable to reach Dr. Nicholas Radon, requester, by phone, 20 Nov 2026, 06:43.",
    );
    expect(text).toContain(
      "Told by Tess Technician to Dr. Nicholas Radon, requester, by phone, 20 Nov 2026, 06:47. Read back: yes.",
    );
    expect(text).toMatch(/HH Eosinophils 2\.1 10³\/µL\nNo notification was recorded/);
  });

  it("R15 prints that one person performed and verified, where the laboratory permits it", async () => {
    const sentence = "Performed and verified by the same person, as this laboratory permits.";
    expect((await printed()).join()).not.toContain(sentence);
    const alone = reportedLine({ verifiedBy: "Tess Technician", selfVerified: true });
    expect((await printed(withLines([alone]))).join()).toContain(sentence);
  });

  it("R21 says who performed, verified and released, and when", async () => {
    const text = (await printed()).join("\n").replaceAll("\n", " ");
    expect(text).toMatch(
      /Full blood count with differential Tess Technician, 20 Nov 2026, 06:41 – 08:58 Sam Scientist, 20 Nov 2026, 06:52/,
    );
    expect(text).toContain("Version 3 issued by Pat Pathologist.");
    expect(text).toMatch(
      /differential: Haemoglobin Pat Pathologist, 20 Nov 2026, 10:57 Sasha Scientist, 20 Nov 2026, 11:08 Pat Pathologist, 20 Nov 2026, 11:12/,
    );
  });

  it("R22 carries a QR code and an address where anyone can check it", async () => {
    const bytes = await renderPdf(ReportDocument, REPORT);
    expect(await pdfQr(bytes)).toBe("https://demo.medvuno.example/check/7K4Q-M2XD-9R3T");
    const text = (await pdfText(bytes)).join("\n");
    expect(text).toContain("demo.medvuno.example/check and type");
    expect(text).toContain("7K4Q-M2XD-9R3T");
  });

  it("R22 is the same bytes again, whatever was printed between", async () => {
    const arabic = { ...REPORT, patient: { ...REPORT.patient, familyName: "محمد علي 王小明" } };
    const first = await renderPdf(ReportDocument, REPORT);
    const firstArabic = await renderPdf(ReportDocument, arabic);
    await renderPdf(ReportDocument, { ...REPORT, requester: "علي µ μ ﬁ fi ﷺ يى" });
    const [again, againArabic] = await Promise.all([
      renderPdf(ReportDocument, REPORT),
      renderPdf(ReportDocument, arabic),
    ]);
    expect(Buffer.from(again).equals(first)).toBe(true);
    expect(Buffer.from(againArabic).equals(firstArabic)).toBe(true);
  });

  it("tells a demonstration from the real thing on every page", async () => {
    for (const page of await printed()) expect(page).toContain("DEMONSTRATION");
    const real = await printed(withReport({ demonstration: false }));
    expect(real.join()).not.toMatch(/demonstration/i);
  });
});

describe("a long report", { timeout: 30_000 }, () => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    numericLine(`Analyte ${index + 1}`, `${index}.5`, "mmol/L", ["1", "40"]),
  );

  it("R21 carries patient, version and page x of y in every foot, and ends once, on the last page", async () => {
    const pages = await printed(withLines(lines, "Everything"));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain("JONES, William · PATID1234 · born 15 Jun 1961");
      expect(page).toContain("261120-00042, version 3, final, corrected");
    });
    expect(count(pages.join(), "End of report")).toBe(1);
    expect(pages.at(-1)).toContain("End of report");
  });

  it("prints every line once, under the heading and the heads of its columns", async () => {
    const pages = await printed(withLines(lines, "Everything"));
    const text = pages.join("\n");
    for (const { analyte } of lines) expect(count(text, `${analyte} `), analyte).toBe(1);
    for (const page of pages.filter((each) => /Analyte \d/.test(each))) {
      expect(page.search(/Everything/)).toBeLessThan(page.search(/Analyte \d/));
      expect(page).toContain("On its interval");
    }
  });

  it.each([22, 23, 24, 25])(
    "never leaves the heading of a section at the foot of a page (%i sections)",
    async (number) => {
      const sections = Array.from({ length: number }, (_, index) => ({
        heading: `Test ${index + 1}`,
        sampleBarcode: "261120-00042-1",
        lines: lines.slice(0, 1 + (index % 3)),
      }));
      for (const page of await printed({ sections })) {
        const results = page.split("LL, HH critical")[0] ?? "";
        if (results.includes("On its interval")) {
          expect(results.lastIndexOf("Analyte ")).toBeGreaterThan(results.lastIndexOf("\nTest "));
        }
      }
    },
  );
});

describe("what people write", { timeout: 30_000 }, () => {
  const joined = async (over: Partial<ReportContent>) => (await printed(over)).join("\n");

  it("wraps a name of 300 letters instead of cutting it, and never puts a hyphen into it", async () => {
    const familyName = "Abcdefghij".repeat(30);
    const text = await joined({ patient: { ...REPORT.patient, familyName } });
    expect(text.replaceAll("\n", "")).toContain(`${familyName.toUpperCase()}, William`);
    expect(text).toContain("End of report");
  });

  it("keeps a long value and a long identifier whole", async () => {
    const value = "12345678901234567890";
    const text = await joined({
      ...withLines([
        numericLine("Copies", value, "IU/mL", ["1", "2"]),
        reportedLine({ kind: "text", value: "Unquestionably ".repeat(20) }),
      ]),
      patient: { ...REPORT.patient, mrn: "INTERNATIONALIZATION-0123456789-ABCDEFGHIJKLMNOP" },
    });
    expect(text).toContain("12 345 678 901 234 567 890 IU/mL");
    expect(text).toContain("Interval: 1 – 2");
    expect(count(text.replaceAll("\n", " "), "Unquestionably")).toBe(20);
    expect(text.replaceAll("\n", "")).toContain("INTERNATIONALIZATION-0123456789-ABCDEFGHIJKLMNOP");
  });

  it("prints a comment that is longer than a page whole", async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `w${index}`);
    const text = await joined(withLines([reportedLine(), reportedLine({ comment: words.join(" ") })]));
    const found = new Set(text.match(/\bw\d+\b/g));
    expect(words.filter((word) => !found.has(word))).toEqual([]);
  });

  it("comes to an end when laboratory, patient and tests have names of 500 letters", async () => {
    const name = "a".repeat(500);
    const text = await joined({
      laboratory: { ...REPORT.laboratory, name },
      patient: { ...REPORT.patient, familyName: name },
      ...withLines([reportedLine({ analyte: name, unit: name, intervalText: name })], name),
    });
    expect(text).toContain("End of report");
  });

  it.each([
    ["Vietnamese", "Nguyễn Thị Ánh Tuyết"],
    ["Greek", "Ελένη Παπαδοπούλου"],
    ["Cyrillic", "Нина Їжакевич"],
    ["Chinese", "王小明國"],
    ["Japanese", "山田カナ"],
    ["Korean", "김철수"],
    ["Thai", "สมชาย"],
    ["emoji", "😀🧬"],
    ["signs", "≤0.01 ≥5 → µ ³ ⁶ × − ±"],
    ["markup", '<script>alert(1)</script> & "quotes"'],
    ["a script only the last resort draws", "Հայերեն ქართული አማርኛ"],
  ])("prints %s so that it can be read and copied", async (_, comment) => {
    expect(await joined(withLines([reportedLine({ comment })]))).toContain(comment);
  });

  it.each([
    ["Arabic", "محمد علي"],
    ["Hebrew", "שלום כהן"],
    ["Devanagari", "अमित क्षत्रिय"],
  ])("prints %s with every one of its letters", async (_, comment) => {
    const text = await joined(withLines([reportedLine({ comment })]));
    for (const word of comment.split(" ")) {
      expect([...text].filter((letter) => word.includes(letter)).length).toBeGreaterThanOrEqual(
        [...word].length,
      );
    }
  });

  it("names a character that no typeface draws", async () => {
    expect(await joined({ requester: "Dr. \u{13000}" })).toContain("Dr. [U+13000]");
  });

  it("lets no mark of direction in a name turn round what follows it", async () => {
    expect(await joined({ requester: "Dr. A\u202Ednoc\u2066es" })).toContain("Dr. Adnoces");
  });
});
