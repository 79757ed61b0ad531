import type { BrowserContext, Page } from "@playwright/test";
import { originOf } from "../../../scripts/lib/e2e-addresses.mjs";
import type { Seat } from "./seats";

/** Everybody's in the demonstration. */
export const demonstrationPassword = "Demo-Lab-2026-Pass!";

/** Types e-mail and password at the laboratory's own door, and waits until it opens. */
export async function signInAt(page: Page, laboratory: string, email: string, password: string) {
  if (!page.url().includes("/sign-in")) await page.goto(`${originOf(laboratory)}/sign-in`);
  await page.getByLabel("E-mail, username or public id").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** A person of the demonstration in a browser of their own, signed in: `technician` of `demo`, say. */
export async function person(seat: Seat, role: string, laboratory = "demo"): Promise<Page> {
  const page = await seat(laboratory);
  await signInAt(page, laboratory, `${role}@${laboratory}.test`, demonstrationPassword);
  return page;
}

/** The session cookie as a thief would copy it. */
export async function sessionOf(context: BrowserContext, laboratory: string): Promise<string> {
  const cookies = await context.cookies(originOf(laboratory));
  const session = cookies.find(({ name }) => name === "medvuno");
  if (!session) throw new Error(`Nobody is signed in at ${laboratory}.`);
  return `${session.name}=${session.value}`;
}
