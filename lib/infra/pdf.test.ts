import { Document, Page, Text } from "@react-pdf/renderer";
import fc from "fast-check";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { pdfText } from "@/tests/support/pdf";
import { type Paper, renderPdf } from "./pdf";

const Note: Paper<{ text: string }> = ({ content, press }) =>
  createElement(
    Document,
    { creationDate: new Date(0) },
    createElement(
      Page,
      { style: { fontFamily: press.sans } },
      createElement(Text, null, `<${content.text}>`),
    ),
  );

const note = (text: string) => renderPdf(Note, { text });

describe("a PDF", { timeout: 60_000 }, () => {
  it("keeps a letter in its text layer when an accented one was printed before it", async () => {
    // The accented glyphs are made of the plain ones, which a font shared between documents then holds unnamed.
    for (const accented of ["Ѝ", "Ѓ", "Ǹ", "Ύ"]) await note(accented);
    for (const plain of ["И", "Г", "N", "Υ"])
      expect((await pdfText(await note(plain)))[0]).toBe(`<${plain}>`);
  });

  it("can be made of any text whatever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 12 }), async (text) => {
        const [page = ""] = await pdfText(await note(text));
        expect(page).toContain("<");
      }),
      { numRuns: 25 },
    );
  });

  it("keeps the letters of a text in its text layer", async () => {
    for (const text of ["≤ ≥ → µ ³ ⁶", "Łódź Žižek Œuvre", "Ελένη", "Їжакевич", "王小明", "ﬁnancial"]) {
      expect((await pdfText(await note(text)))[0]).toContain(text.replace("ﬁ", "fi"));
    }
  });

  it("divides no word by itself", async () => {
    const [page = ""] = await pdfText(await note("internationalization ".repeat(20)));
    expect(page).not.toContain("-");
  });

  it("is the same bytes for the same content, also when several are made at once", async () => {
    const texts = ["plain", "محمد علي", "क्षत्रिय", "王小明 😀"];
    const once = [];
    for (const text of texts) once.push(await note(text));
    const together = await Promise.all([...texts].reverse().map(note));
    expect(together.reverse().map((bytes) => Buffer.from(bytes).toString("base64"))).toEqual(
      once.map((bytes) => Buffer.from(bytes).toString("base64")),
    );
  });
});
