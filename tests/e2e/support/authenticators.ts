import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** What an authenticator app shows so many steps of thirty seconds from now. */
export function shown(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Gives the page's browser a device that makes passkeys and whose holder always agrees. */
export async function plugInAuthenticator(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

/** Adds an authenticator app on the page of the account, and answers its secret and the recovery codes. */
export async function addApp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole("button", { name: "Add an authenticator app" }).click();
  const secret = ((await page.locator("code").first().textContent()) ?? "").replaceAll(/\s/g, "");
  // The step before counts too, and leaves this one and the next to sign in with.
  await page.getByLabel("Code", { exact: true }).fill(shown(secret, -1));
  await page.getByRole("button", { name: "Confirm" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await list.first().waitFor();
  return { secret, codes: await list.allInnerTexts() };
}
