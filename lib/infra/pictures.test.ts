import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { redraw } from "./pictures";

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64");

const photograph = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#aa3311" } })
    .withExif({ IFD0: { Artist: "Whoever held the camera" } })
    .jpeg()
    .toBuffer();

describe("S22 a picture that was sent", () => {
  it("S22 is drawn anew, without what else was in the file", async () => {
    const sent = Buffer.concat([await photograph(), Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
    expect(sent.includes("Whoever held the camera")).toBe(true);
    const { bytes, width, height } = await redraw("avatar", base64(sent), "image");
    expect([width, height]).toEqual([256, 256]);
    const kept = Buffer.from(bytes);
    expect(kept.includes("Whoever")).toBe(false);
    expect(kept.includes("script")).toBe(false);
    expect((await sharp(kept).metadata()).format).toBe("jpeg");
  });

  it("S22 becomes pixels when it was a drawing, and its scripts and references are nothing", async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="100">
      <script>fetch("http://127.0.0.1:1/")</script><image xlink:href="file:///etc/passwd" width="300" height="100"/>
      <rect width="300" height="100" fill="#1e4fa3"/></svg>`;
    const { bytes, width, height } = await redraw("logo", base64(drawing), "image");
    expect([width, height]).toEqual([300, 100]);
    const { format, density } = await sharp(Buffer.from(bytes)).metadata();
    expect(format).toBe("png");
    expect(density === undefined || density > 0).toBe(true);
    expect(Buffer.from(bytes).includes("svg")).toBe(false);
  });

  it("S22 keeps a logo's transparency and makes it no larger than it was", async () => {
    const mark = await sharp({
      create: { width: 120, height: 40, channels: 4, background: { r: 0, g: 90, b: 80, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const { bytes, width, height } = await redraw("logo", `data:image/png;base64,${base64(mark)}`, "image");
    expect([width, height]).toEqual([120, 40]);
    expect((await sharp(Buffer.from(bytes)).metadata()).hasAlpha).toBe(true);
  });

  it("S27 is refused at its field when it is none, unreadable, or unfolds into too much", async () => {
    const bomb = `<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"><rect width="1" height="1"/></svg>`;
    for (const sent of ["", "!!!", base64("%PDF-1.7 not a picture"), base64("<html></html>"), base64(bomb)]) {
      await expect(redraw("logo", sent, "image"), sent.slice(0, 12)).rejects.toMatchObject({
        code: "validation_failed",
        extras: { errors: { image: [expect.any(String)] } },
      });
    }
  });
});
