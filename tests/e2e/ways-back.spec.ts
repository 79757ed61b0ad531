import type { Page } from "@playwright/test";
import { originOf, rootDomain } from "../../scripts/lib/e2e-addresses.mjs";
import { call, newestMail } from "./support/api";
import { found, freshName, password } from "./support/founding";
import { knock } from "./support/knock";
import { pageFaults } from "./support/page-faults";
import { signInAt } from "./support/people";
import { expect, test } from "./support/seats";

// A laboratory is founded, mails are read, and each page is looked at in light, in dark and on a telephone.
test.describe.configure({ timeout: 180_000 });

const fresh = "Plain-Harbour-93!";

/** Asks for the mail on the page, and answers the link in it as it was sent. */
async function askForMail(page: Page, email: string): Promise<{ link: string; code: string }> {
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the mail" }).click();
  await page.waitForURL((url) => url.pathname === "/forgot-password/sent");
  await expect(page.getByText("If there is an account with this address")).toBeVisible();
  const { text, subject } = await newestMail(email);
  const link = /^https?:\S+\/reset-password\/\S+$/m.exec(text)?.[0];
  const code = /^(\d{3}) (\d{3})$/m.exec(text);
  if (!link || !code) throw new Error(`No link and code in "${subject}".`);
  return { link, code: `${code[1]}${code[2]}` };
}

async function choose(page: Page, chosen: string, again = chosen) {
  await page.getByLabel("New password", { exact: true }).fill(chosen);
  await page.getByLabel("New password again").fill(again);
  await page.getByRole("button", { name: "Set the new password" }).click();
}

async function expectRefusedAt(page: Page, email: string, typed: string) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail, username or public id").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This name and password do not go together here")).toBeVisible();
}

test("M1 M3 S9 a member who forgot the password sets a new one with the link, and signs in with it", async ({
  seat,
}) => {
  const name = freshName();
  const director = await found(name);
  const email = `director@${name}.test`;
  const page = await seat(name);

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.waitForURL((url) => url.pathname === "/forgot-password");
  const { link } = await askForMail(page, email);
  expect(link).toMatch(new RegExp(`^${originOf(name)}/reset-password/[\\w-]{36}/[\\w-]{43}$`));

  await page.goto(link);
  await choose(page, "short", "other");
  await expect(page.getByText("The two passwords are not the same.").first()).toBeVisible();
  // Weak, whoever's it is: nothing is spent by it.
  await choose(page, "password");
  await expect(page.getByText("Use at least 12 characters.").first()).toBeVisible();
  await choose(page, fresh);
  await page.waitForURL((url) => url.pathname === "/reset-password/complete");
  expect((await newestMail(email)).subject).toBe("Your password was changed");
  // The program that was signed in is not any more.
  expect((await director("GET /users/me")).status).toBe(401);

  await page.goto(link);
  await expect(page.getByText("This link is no longer good.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask for a new one" })).toBeVisible();
  await expectRefusedAt(page, email, password);
  await signInAt(page, name, email, fresh);
  await expect(page).toHaveURL(`${originOf(name)}/`);
});

test("M2 P6 on the learning portal the code does it, too", async ({ seat }) => {
  const name = freshName();
  await found(name);
  const email = `director@${name}.test`;
  const page = await seat("learn");
  const { code } = await askForMail(page, email);
  await page.getByRole("link", { name: "Type the code" }).click();
  await page.waitForURL((url) => url.pathname === "/reset-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Code from the mail").fill(code);
  await choose(page, fresh);
  await page.waitForURL((url) => url.pathname === "/reset-password/complete");
  await page.getByRole("link", { name: "Sign in" }).click();
  await signInAt(page, "learn", email, fresh);
  await page.goto("/account");
  await expect(page.getByText(email).first()).toBeVisible();
});

test("S16 asking for nobody's password says the same, and mails nobody", async ({ seat }) => {
  const page = await seat("demo");
  const email = `nobody-${freshName()}@demo.test`;
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the mail" }).click();
  await page.waitForURL((url) => url.pathname === "/forgot-password/sent");
  const { body } = await call("", `GET /dev/mail.json?to=${encodeURIComponent(email)}`);
  expect(body).toEqual([]);
});

test("P4 “this was not me” works signed out: everybody is thrown out, and a mail brings the owner back", async ({
  seat,
}) => {
  const name = freshName();
  const director = await found(name);
  const email = `director@${name}.test`;
  const changed = await director("POST /users/me/change-password", {
    body: { current_password: password, new_password: fresh, new_password_confirm: fresh },
  });
  expect(changed.status).toBe(204);
  const notice = await newestMail(email);
  const link = /^https?:\S+\/not-me\?token=\S+$/m.exec(notice.text)?.[0] ?? "";
  const page = await seat(name);
  expect(await pageFaults(page, link)).toEqual([]);
  // Looking did nothing.
  expect((await director("GET /users/me")).status).toBe(200);
  await page.getByRole("button", { name: "It was not me" }).click();
  await expect(page.getByText("Everybody is signed out.")).toBeVisible();
  expect((await director("GET /users/me")).status).toBe(401);
  await expectRefusedAt(page, email, fresh);

  const way = /^https?:\S+\/reset-password\/\S+$/m.exec((await newestMail(email)).text)?.[0] ?? "";
  await page.goto(way);
  await choose(page, "Quiet-Lantern-58!");
  await page.waitForURL((url) => url.pathname === "/reset-password/complete");
  await signInAt(page, name, email, "Quiet-Lantern-58!");
});

test("T5 an address is changed when both mailboxes have confirmed it", async ({ seat }) => {
  const name = freshName();
  await found(name);
  const [old, next] = [`director@${name}.test`, `moved@${name}.test`];
  const owner = await seat(name);
  await signInAt(owner, name, old, password);
  await owner.goto("/account");
  await owner.getByLabel("New e-mail address").fill(next);
  await owner.getByLabel("Your password").fill(password);
  await owner.getByRole("button", { name: "Change the address" }).click();
  await expect(owner.getByText("waits for your present address and the new address")).toBeVisible();

  // The links are opened elsewhere, signed out.
  const mailbox = await seat(name);
  const linkTo = async (to: string) =>
    /^https?:\S+\/email-change\?token=\S+$/m.exec((await newestMail(to)).text)?.[0] ?? "";
  const [fromOld, fromNew] = [await linkTo(old), await linkTo(next)];
  expect(await pageFaults(mailbox, fromOld)).toEqual([]);
  await mailbox.getByRole("button", { name: "Confirm the change" }).click();
  await expect(mailbox.getByText("when your new address has confirmed it, too")).toBeVisible();
  await mailbox.goto(fromNew);
  await mailbox.getByRole("button", { name: "Confirm the change" }).click();
  await expect(mailbox.getByText("Your address is changed.")).toBeVisible();
  expect((await newestMail(old)).subject).toBe("Your e-mail address was changed");
  await signInAt(mailbox, name, next, password);
});

for (const laboratory of ["demo", "learn", ""]) {
  test(`the ways back at ${laboratory || "the root host"} are accessible in light and dark, and fit 360 px`, async ({
    seat,
  }) => {
    const page = await seat(laboratory);
    const faults: string[] = [];
    for (const path of [
      "/forgot-password",
      "/forgot-password/sent",
      "/reset-password",
      "/reset-password/complete",
      "/reset-password/made-up/made-up",
      "/email-change?token=made-up",
      "/not-me?token=made-up",
    ]) {
      faults.push(...(await pageFaults(page, path)));
    }
    expect(faults).toEqual([]);
  });
}

test("S6 a page of one host is not handed to what asks in another's name", async () => {
  const asked = (origin: string) => knock(rootDomain, "/forgot-password/sent", { headers: { origin } });
  expect((await asked(originOf())).status).toBe(200);
  expect((await asked(originOf("demo"))).status).toBe(421);
});

test("S7 pages whose address holds a proof tell it to nobody", async ({ seat }) => {
  const page = await seat("demo");
  for (const path of ["/reset-password/made-up/made-up", "/email-change?token=x", "/not-me?token=x"]) {
    await page.goto(path);
    await expect(page.locator('meta[name="referrer"]'), path).toHaveAttribute("content", "no-referrer");
    await expect(page.locator('meta[name="robots"]'), path).toHaveAttribute("content", /noindex/);
  }
});
