import { originOf } from "../../scripts/lib/e2e-addresses.mjs";
import { call, newestMail } from "./support/api";
import { pageFaults } from "./support/page-faults";
import { expect, test } from "./support/seats";

const password = "Quiet-Lantern-58";
const fresh = (name: string) => `${name}-${Date.now()}@home.test`;

/** The six digits of the newest mail to somebody. */
async function codeTo(email: string): Promise<string> {
  const { text } = await newestMail(email);
  const code = /^(\d{3}) (\d{3})$/m.exec(text);
  if (!code) throw new Error(`No code in the mail to ${email}.`);
  return `${code[1]}${code[2]}`;
}

test("P3 K5 a patient registers at the portal, types the code, and is signed in", async ({ seat }) => {
  const page = await seat("learn");
  const email = fresh("patient");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Register", exact: true }).click();
  await page.getByLabel("First name").fill("Paula");
  await page.getByLabel("Last name").fill("Patient");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill("Other-Lantern-58");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("The two passwords are not the same.").first()).toBeVisible();
  await page.getByLabel("Password again").fill(password);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page).toHaveURL(`${originOf("learn")}/register/code`);
  await expect(page.getByText(email)).toBeVisible();

  const old = await codeTo(email);
  await page.getByRole("button", { name: "Send a new mail" }).click();
  await expect(page.getByText("A new mail is on its way.")).toBeVisible();
  const code = await codeTo(email);
  await page.getByLabel("Code").fill(old === code ? "000000" : old);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("This code is wrong or no longer good.").first()).toBeVisible();
  await page.getByLabel("Code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page).toHaveURL(`${originOf("learn")}/account`);
  await expect(page.getByText(/^PAT\d{8}$/).first()).toBeVisible();
  expect((await newestMail(email)).subject).toContain("Welcome");
});

test("H2 S9 a provider registers at the root address and confirms by the link, which a scanner did not spend", async ({
  seat,
}) => {
  const page = await seat();
  const email = fresh("provider");
  await page.goto("/register/provider");
  const fields: Record<string, string> = {
    ...{ "First name": "Grace", "Last name": "Provider", "E-mail": email, "Password again": password },
    ...{ Telephone: "+44 20 7946 0958", "Licence number": "GMC7654321", "Years of practice": "12" },
    ...{ Street: "1 High Street", City: "London", "State or region": "England", "Postal code": "W1A 1AA" },
  };
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Specialization").selectOption("Cardiology");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page).toHaveURL(`${originOf()}/register/code`);

  const link = /https?:\/\/\S+\/verify-email\?token=\S+/.exec((await newestMail(email)).text)?.[0] ?? "";
  const elsewhere = await seat();
  for (const path of [link, link]) await elsewhere.goto(path);
  await expect(elsewhere.getByText(/p••@home\.test/)).toBeVisible();
  await elsewhere.getByRole("button", { name: "Confirm my address" }).click();
  await expect(elsewhere).toHaveURL(`${originOf()}/account`);
  await expect(elsewhere.getByRole("heading", { name: "Your practice" })).toBeVisible();
  await expect(elsewhere.getByText("Pending").first()).toBeVisible();

  await page.goto(link);
  await expect(page.getByText("This link is no longer good.")).toBeVisible();
});

test("K4 somebody signs in with a code from the mail, at a laboratory", async ({ seat }) => {
  const page = await seat("demo");
  const email = "auditor@demo.test";
  await page.goto("/sign-in?next=%2Faudit");
  await page.getByRole("link", { name: "Send me a code by mail" }).click();
  await expect(page).toHaveURL(/\/sign-in\/code/);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByText("a mail with six digits is there now", { exact: false })).toBeVisible();
  await page.getByLabel("Code").fill(await codeTo(email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${originOf("demo")}/audit`);
});

test("S16 the page says the same to an address that has an account; its owner is told by mail", async ({
  seat,
}) => {
  const page = await seat("learn");
  await page.goto("/register");
  await page.getByLabel("First name").fill("Somebody");
  await page.getByLabel("Last name").fill("Else");
  await page.getByLabel("E-mail").fill("cashier@demo.test");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(password);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page).toHaveURL(`${originOf("learn")}/register/code`);
  await expect(page.getByText("We sent six digits to")).toBeVisible();
  expect((await newestMail("cashier@demo.test")).subject).toBe("You have an account already");
});

test("T6 somebody asks to be told when it opens, and confirms by the link", async ({ seat }) => {
  const page = await seat();
  const email = fresh("early");
  await page.goto("/pre-register");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Tell me" }).click();
  await expect(page.getByText("Look in your mail.")).toBeVisible();
  const link =
    /https?:\/\/\S+\/pre-register\/confirm\?token=\S+/.exec((await newestMail(email)).text)?.[0] ?? "";
  await page.goto(link);
  await page.getByRole("button", { name: "Yes, tell me" }).click();
  await expect(page.getByText(email, { exact: false })).toBeVisible();
});

test("a laboratory's sign-up code is mailed again from its page", async ({ seat }) => {
  const page = await seat();
  const email = fresh("founder");
  const slug = `resent-${Date.now().toString(36)}`;
  await page.goto("/sign-up");
  await page.getByLabel("Name", { exact: true }).fill("Resent Laboratory");
  await page.getByLabel("Name in its address").fill(slug);
  await page.getByLabel("Time zone").selectOption("Europe/London");
  await page.getByLabel("Currency").selectOption("GBP");
  await page.getByLabel("First name").fill("Ada");
  await page.getByLabel("Last name").fill("Founder");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Send me the code" }).click();
  await expect(page).toHaveURL(`${originOf()}/sign-up/code`);
  await page.getByRole("button", { name: "Send a new mail" }).click();
  await expect(page.getByText("A new mail is on its way.")).toBeVisible();
  const { body } = await call("", `GET /dev/mail.json?to=${encodeURIComponent(email)}`);
  expect(body.length).toBe(2);
  await page.getByLabel("Code").fill(await codeTo(email));
  await page.getByRole("button", { name: "Open the laboratory" }).click();
  await expect(page).toHaveURL(`${originOf(slug)}/`);
});

test("every page of registering is accessible in light and dark, and fits 360 px", async ({ seat }) => {
  const faults: string[] = [];
  for (const [place, paths] of [
    [
      "learn",
      ["/register", "/register/provider", "/register/code", "/verify-email?token=none", "/sign-in/code"],
    ],
    ["demo", ["/sign-in/code", "/register"]],
    ["", ["/register", "/register/provider", "/pre-register", "/pre-register/confirm?token=none"]],
  ] as const) {
    const page = await seat(place);
    for (const path of paths) faults.push(...(await pageFaults(page, path)));
  }
  expect(faults).toEqual([]);
});
