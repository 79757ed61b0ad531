import { createHash } from "node:crypto";
import { invalidField } from "@/lib/core/problem";

/** What a picture becomes; nothing else of what was sent is kept: no metadata, no script, no second file in it (S22). */
export type Picture = { bytes: Uint8Array<ArrayBuffer>; sha256: string; width: number; height: number };

const kinds = {
  /** A face: a square, JPEG. */
  avatar: { width: 256, height: 256, fit: "cover" },
  /** A mark: as it is, at most so large, PNG with its transparency. */
  logo: { width: 640, height: 240, fit: "inside" },
} as const;

const readable = new Set(["jpeg", "png", "webp", "gif", "svg", "heif"]);

/** Larger than any camera's; a small file can claim to unfold into gigabytes. */
const pixelsMax = 50_000_000;

/** Largest file that is accepted, in bytes. */
export const pictureBytesMax = 2_000_000;

/**
 * Draws a picture anew from what was sent, as base64.
 * @throws Problem "validation_failed" at `field` when it is none, or none that is safe to read.
 */
export async function redraw(kind: keyof typeof kinds, base64: string, field: string): Promise<Picture> {
  const sent = Buffer.from(base64.replace(/^data:image\/[\w.+-]+;base64,/, ""), "base64");
  if (sent.length === 0)
    throw invalidField(field, "This is not a picture. Send a JPEG, PNG, WebP or SVG file.");
  if (sent.length > pictureBytesMax) throw invalidField(field, "Send a picture of at most 2 MB.");
  const { default: sharp } = await import("sharp");
  const { width, height, fit } = kinds[kind];
  try {
    const picture = sharp(sent, { limitInputPixels: pixelsMax, failOn: "error", pages: 1 }).timeout({
      seconds: 10,
    });
    const { format } = await picture.metadata();
    if (!readable.has(format)) throw new Error(`${format} is not taken`);
    const sized = picture.rotate().resize({ width, height, fit, withoutEnlargement: kind === "logo" });
    const drawn =
      kind === "avatar"
        ? sized.flatten({ background: "#ffffff" }).jpeg({ quality: 86 })
        : sized.png({ compressionLevel: 9 });
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
    return {
      bytes: new Uint8Array(data),
      sha256: createHash("sha256").update(data).digest("hex"),
      width: info.width,
      height: info.height,
    };
  } catch {
    throw invalidField(field, "This picture cannot be read. Send another JPEG, PNG, WebP or SVG file.");
  }
}
