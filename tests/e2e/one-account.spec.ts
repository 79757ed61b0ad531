import { call, newestMail, signIn } from "./support/api";
import { pageFaults } from "./support/page-faults";
import { demonstrationPassword, signInAt } from "./support/people";
import { expect, test } from "./support/seats";

test("H1 H9 somebody of a laboratory becomes a provider at the portal: rejected, corrected, handed in again", async ({
  seat,
}) => {
  const email = "phlebotomist@northlab.test";
  const page = await seat("learn");
  await signInAt(page, "learn", email, demonstrationPassword);
  await page.goto("/account");
  // P14: what a patient tells of themselves, anybody does at the portal.
  await expect(page.getByLabel("I am pregnant")).toBeVisible();
  await page.getByRole("button", { name: "I am a clinician" }).click();
  await page.getByLabel("Specialization").selectOption("Cardiology");
  await page.getByLabel("Licence number").fill("GMC 70-1");
  await page.getByRole("button", { name: "Register as a provider" }).click();
  await expect(page.getByText("A licence number has 3 to 40 letters and digits.").first()).toBeVisible();
  await page.getByLabel("Licence number").fill("GMC7000001");
  await page.getByRole("button", { name: "Register as a provider" }).click();
  await expect(page.getByRole("heading", { name: "Your practice" })).toBeVisible();
  await expect(page.getByText("Pending").first()).toBeVisible();
  expect((await newestMail(email)).subject).toBe("We have your registration");

  const self = await signIn("northlab", email, demonstrationPassword);
  const { body: me } = await self("GET /users/me");
  expect(me.practice).toEqual({ verification_status: "pending", specialization: "cardiology", reason: null });
  const operator = await signIn("", "operator@medvuno.test", demonstrationPassword);
  const body = { reason: "The licence has ended." };
  expect((await operator(`POST /operator/providers/${me.id}/reject`, { body })).status).toBe(200);
  await page.reload();
  await expect(page.getByText(body.reason, { exact: false })).toBeVisible();
  await page.getByLabel("Licence number").fill("GMC7000002");
  await page.getByRole("button", { name: "Hand it in again" }).click();
  await expect(page.getByText("Add your licence number and your clinic", { exact: false })).toBeVisible();
  const clinic = {
    Street: "1 High Street",
    City: "London",
    "State or region": "England",
    "Postal code": "W1A 1AA",
  };
  for (const [label, value] of Object.entries(clinic))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Save your practice" }).click();
  await expect(page.getByText("A person looks at your licence and writes to you.")).toBeVisible();
  expect(await pageFaults(page, "/account")).toEqual([]);
});

test("P1 whoever confirms their address learns that their username was taken meanwhile", async ({ seat }) => {
  const username = `taken.${Date.now()}`;
  const password = "Quiet-Lantern-58";
  const codeOf = async (email: string) =>
    (/^(\d{3}) (\d{3})$/m.exec((await newestMail(email)).text) ?? []).slice(1).join("");
  const [first, second] = [`first-${username}@home.test`, `second-${username}@home.test`];
  const page = await seat("learn");
  await page.goto("/register");
  await page.getByLabel("First name").fill("Paula");
  await page.getByLabel("Last name").fill("Patient");
  await page.getByLabel("E-mail").fill(second);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(password);
  await page.getByLabel("Username").fill(username);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("We sent six digits to")).toBeVisible();

  const name = { first_name: "Piet", last_name: "Patient", username };
  const told = { email: first, password, password_confirm: password, ...name };
  await call("learn", "POST /auth/register", { body: told });
  const proof = { email: first, code: await codeOf(first), purpose: "registration" };
  const { body: quicker } = await call("learn", "POST /auth/verify-otp", { body: proof });
  expect(quicker.user.username).toBe(username);

  await page.getByLabel("Code").fill(await codeOf(second));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(`Somebody has the username ${username}.`)).toBeVisible();
  await page.getByLabel("Username").fill(`${username}.2`);
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByText("Profile saved")).toBeVisible();
  await expect(page.getByText(`Somebody has the username ${username}.`)).toBeHidden();
});
