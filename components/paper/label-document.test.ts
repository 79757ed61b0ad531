import { describe, expect, it } from "vitest";
import { renderPdf } from "@/lib/infra/pdf";
import type { LabelContent } from "@/lib/samples/label-content";
import { labelContent } from "@/tests/support/paper-content";
import { pdfBarcode, pdfBars, pdfText } from "@/tests/support/pdf";
import { LabelDocument } from "./label-document";

const POINTS_A_MILLIMETRE = 72 / 25.4;
const print = (...labels: LabelContent[]) => renderPdf(LabelDocument, labels);
const { patient } = labelContent();

describe("a sample's label", { timeout: 30_000 }, () => {
  it("R4 carries the barcode as Code 128 and two identifiers of the patient", async () => {
    const bytes = await print(labelContent());
    expect(await pdfBarcode(bytes)).toBe("261120-00042-1");
    const [page = ""] = await pdfText(bytes);
    for (const part of ["JONES, William", "PATID1234", "15 Jun 1961", "Male", "261120-00042-1"]) {
      expect(page).toContain(part);
    }
  });

  it("says what is in the tube, which tube, when it was taken and that it is urgent", async () => {
    const [page = ""] = await pdfText(await print(labelContent()));
    expect(page).toContain("Blood, EDTA · lavender, EDTA 3 mL");
    expect(page).toContain("Collected 20 Nov 2026, 06:20");
    expect(page).toContain("URGENT");
    expect(page).toContain("DEMO");
    const { collectedAt: _, ...untaken } = labelContent({ priority: "routine", demonstration: false });
    const [plain = ""] = await pdfText(await print(untaken));
    expect(plain).toContain("Collected: ____");
    expect(plain).not.toMatch(/ROUTINE|URGENT|STAT|DEMO/);
  });

  it("R4 can be scanned: modules of 0.25 mm or more, ten of them white on either side", async () => {
    for (const barcode of ["261120-00042-1", "261120-00042-12", "1", "LAB42-7"]) {
      const { widths, quiet, height } = await pdfBars(await print(labelContent({ barcode })));
      const module = Math.min(...widths);
      expect(module / POINTS_A_MILLIMETRE, barcode).toBeGreaterThanOrEqual(0.2499);
      expect(Math.min(...quiet) / module, barcode).toBeGreaterThanOrEqual(9.99);
      expect(height / POINTS_A_MILLIMETRE).toBeGreaterThan(6);
    }
  });

  it("makes the bars of a longer barcode narrower and keeps the white beside them", async () => {
    const bytes = await print(labelContent({ barcode: "QUALITY-261120-00042-12" }));
    expect(await pdfBarcode(bytes)).toBe("QUALITY-261120-00042-12");
    const { widths, quiet } = await pdfBars(bytes);
    expect(Math.min(...quiet) / Math.min(...widths)).toBeGreaterThanOrEqual(9.99);
    expect((await pdfText(bytes))[0]).toContain("QUALITY-261120-00042-12");
  });

  it("is one page a label, of the label's size, whatever the patient is called", async () => {
    const named = (familyName: string) =>
      labelContent({ patient: { ...patient, familyName, mrn: "0123456789-ABCDEFGHIJ" } });
    const bytes = await print(
      labelContent(),
      named("Wilhelmina ".repeat(30)),
      named("محمد علي 😀"),
      named("王".repeat(60)),
    );
    const pages = await pdfText(bytes);
    expect(pages).toHaveLength(4);
    expect(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/MediaBox \[0 0 141\.73\d* 70\.86\d*\]/g),
    ).toHaveLength(4);
    for (const page of [1, 2, 3, 4]) {
      expect(await pdfBarcode(bytes, page)).toBe("261120-00042-1");
      expect((await pdfBars(bytes, page)).height / POINTS_A_MILLIMETRE).toBeGreaterThanOrEqual(4);
    }
    for (const page of pages.slice(1)) expect(page.replaceAll("\n", "")).toContain("0123456789-ABCDEFGHIJ");
  });

  it("is the same bytes again", async () => {
    expect(Buffer.from(await print(labelContent())).equals(await print(labelContent()))).toBe(true);
  });
});
