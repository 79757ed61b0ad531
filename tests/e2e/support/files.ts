import type { Page } from "@playwright/test";

/** What a link of the page opens in a window of its own, fetched as the browser does: with its cookie. */
export async function fileOf(page: Page, link: string | RegExp): Promise<Buffer> {
  const path = await page.getByRole("link", { name: link }).first().getAttribute("href");
  const { status, type, base64 } = await page.evaluate(async (href) => {
    const response = await fetch(href ?? "");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      base64: btoa(characters),
    };
  }, path);
  if (status !== 200 || type !== "application/pdf") throw new Error(`${path} answers ${status}, ${type}`);
  return Buffer.from(base64, "base64");
}
