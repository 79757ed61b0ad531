import type { Page } from "@playwright/test";
import { originOf, rootDomain } from "../../scripts/lib/e2e-addresses.mjs";
import { pdfBarcode, pdfQr, pdfText } from "../support/pdf";
import { newestMail } from "./support/api";
import { fileOf } from "./support/files";
import { freshName, password } from "./support/founding";
import { person } from "./support/people";
import { expect, type Seat, test } from "./support/seats";
import { typedCount, typedLipids } from "./support/story-values";

test("the whole story can be lived through the pages: S18a M5 M10 M11 M12 M13 M14 R4 R6 R12 R15 R17 R18 R19 R21 R22 R24", async ({
  seat,
}) => {
  test.setTimeout(420_000);
  const name = freshName();
  const director = await seat();

  await test.step("a director signs the laboratory up, and lands in it signed in", () =>
    signUp(director, name));
  await test.step("the laboratory gets its colour", async () => {
    await director.goto(`${originOf(name)}/settings/colour`);
    await director.getByRole("textbox", { name: "Colour", exact: true }).fill("#1e4fa3");
    await director.getByRole("button", { name: "Save" }).click();
    await expect(director.getByText("Colour saved")).toBeVisible();
  });

  const staff = await test.step("colleagues are invited, and join by the link in their mail", () =>
    hireAll(seat, director, name));
  const { receptionist, phlebotomist, technician, scientist, second, pathologist, cashier, auditor } = staff;

  const order = await test.step("reception registers a patient, orders, and prints labels", async () => {
    await receptionist.goto("/patients/new?then=order");
    await receptionist.getByLabel("Family name").fill("Jones");
    await receptionist.getByLabel("Given names").fill("William");
    await receptionist.getByLabel(/^Birth date/).fill("1961-06-15");
    await receptionist.getByRole("radio", { name: "Male", exact: true }).check();
    await receptionist.getByLabel("MRN").fill("PATID1234");
    await receptionist.getByRole("button", { name: "Register, then order" }).click();
    for (const [typed, item] of [
      ["full blood count", "Full blood count with differential and morphology"],
      ["lipid", "Lipid profile"],
    ] as const) {
      await receptionist.getByRole("combobox", { name: "Add a test or a panel" }).fill(typed);
      await receptionist.getByRole("option", { name: item }).click();
      await expect(receptionist.getByRole("button", { name: `Take ${item} off` })).toBeVisible();
    }
    await receptionist.getByRole("button", { name: "Place the order" }).click();
    await receptionist.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    const heading = await receptionist.getByRole("heading", { level: 1 }).textContent();
    const accession = /\d{6}-\d+/.exec(heading ?? "")?.[0] ?? "";
    const labels = await fileOf(receptionist, /labels?$/i);
    expect(await pdfBarcode(labels)).toBe(`${accession}-1`);
    expect((await pdfText(labels))[0]).toContain("PATID1234");
    return { path: new URL(receptionist.url()).pathname, accession };
  });

  await test.step("the cashier issues the invoice and takes a part payment", async () => {
    await cashier.goto(order.path);
    await cashier.getByRole("link", { name: "Draft" }).click();
    await cashier.getByRole("button", { name: "Issue the invoice" }).click();
    await cashier.getByRole("dialog").getByRole("button", { name: "Issue it" }).click();
    await expect(cashier.getByRole("heading", { level: 1 })).toContainText("INV-00001");
    await pay(cashier, "20.00");
    await expect(cashier.getByText("Part paid", { exact: true })).toBeVisible();
  });

  await test.step("phlebotomy takes the tubes", async () => {
    await phlebotomist.goto("/collect");
    await phlebotomist.getByRole("button", { name: "Both collected" }).click();
    await expect(phlebotomist.getByText("Nothing is to be collected")).toBeVisible();
  });

  const [blood, serum, again] = [1, 2, 3].map((number) => `${order.accession}-${number}`) as [
    string,
    string,
    string,
  ];
  await test.step("the bench scans them in and rejects one; it is taken again", async () => {
    await technician.goto("/accession");
    for (const barcode of [blood, serum]) await scan(technician, barcode);
    const line = technician.getByRole("row").filter({ hasText: serum });
    await line.getByRole("button", { name: "Reject" }).click();
    const dialog = technician.getByRole("dialog");
    await dialog.getByLabel("Reason").selectOption("haemolysed");
    await dialog.getByRole("button", { name: "Reject the tube" }).click();
    await expect(line).toContainText(`Rejected: haemolysed, ${again} is to be collected`);

    await phlebotomist.reload();
    await expect(phlebotomist.getByText(again)).toBeVisible();
    await phlebotomist.getByRole("button", { name: "Collected", exact: true }).click();
    await expect(phlebotomist.getByText("Nothing is to be collected")).toBeVisible();
    await scan(technician, again);
  });

  await test.step("the technician types 28 values without touching the mouse, and sees what each means", async () => {
    await openGrid(technician, order.path, blood);
    await typeAll(technician, typedCount);
    await expect(row(technician, "Leukocytes").getByLabel("HH, critical, high")).toBeVisible();
    await expect(row(technician, "Haemoglobin").getByLabel("L, below the interval")).toBeVisible();
    await expect(row(technician, "Haematocrit").getByLabel("N, inside the interval")).toBeVisible();
    await expect(row(technician, "Anisocytosis").getByLabel("A, abnormal")).toBeVisible();
    await technician.reload();
    await expect(technician.getByText("28 of 28 lines entered")).toBeVisible();
    await expect(technician.getByRole("textbox", { name: /^Leukocytes/ })).toHaveValue("105.6");
  });

  await test.step("R19 the critical value is told by phone, and the call recorded", async () => {
    await technician.getByRole("textbox", { name: /^Leukocytes/ }).focus();
    await technician.keyboard.press("c");
    const dialog = technician.getByRole("dialog");
    await dialog.getByLabel("Who was told").fill("Dr. Nicholas Radon");
    await dialog.getByLabel("Their role").fill("Requester");
    await dialog.getByRole("radio", { name: "Reached, read back" }).check();
    await dialog.getByRole("button", { name: "Record the call" }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("R15 who entered cannot verify; the scientist does", async () => {
    await expect(technician.getByRole("button", { name: /^Verify/ })).toHaveCount(0);
    await openGrid(scientist, order.path, blood);
    await verify(scientist, 28);
  });

  await test.step("R17 what is verified is released as a preliminary report", async () => {
    await release(pathologist, order, "preliminary");
    const text = await textOf(pathologist, order, 1);
    expect(text).toMatch(/preliminary/i);
    expect(text).toContain("Lipid profile");
  });

  await test.step("R21 the rest follows, and the report is final", async () => {
    await openGrid(technician, order.path, again);
    await typeAll(technician, typedLipids);
    await openGrid(scientist, order.path, again);
    await verify(scientist, 4);
    await release(pathologist, order, "final");
    const text = await textOf(pathologist, order, 2);
    expect(text).toMatch(/final/i);
    for (const printed of ["PATID1234", "105.6", "Desirable <200", "Dr. Nicholas Radon"])
      expect(text).toContain(printed);
  });
  const paper = await fileOf(pathologist, "PDF");
  const address = await pdfQr(paper);

  await test.step("R22 a stranger checks the paper: genuine and current", async () => {
    const stranger = await seat(name);
    await stranger.goto(address);
    await expect(stranger.getByRole("status")).toContainText("Genuine and current.");
    await expect(stranger.getByRole("main")).not.toContainText(/jones|PATID1234/i);
  });

  await test.step("R18 a released value is amended, verified by another scientist, released as corrected", async () => {
    await openGrid(pathologist, order.path, blood);
    await row(pathologist, "Haemoglobin").click();
    await pathologist.getByRole("button", { name: "Amend" }).click();
    const dialog = pathologist.getByRole("dialog");
    await dialog.getByLabel("Right value").fill("13.5");
    await dialog.getByLabel("Reason").fill("Another tube's value was typed.");
    await dialog.getByRole("button", { name: "Amend" }).click();
    await expect(dialog).toHaveCount(0);
    await openGrid(second, order.path, blood);
    await verify(second, 1);
    await release(pathologist, order, "final");
    const text = await textOf(pathologist, order, 3);
    expect(text).toMatch(/corrected/i);
    expect(text).toContain("Another tube's value was typed.");

    const stranger = await seat(name);
    await stranger.goto(address);
    await expect(stranger.getByRole("status")).toContainText("Genuine, but no longer current.");
    await expect(stranger.getByRole("status")).toContainText("Version 3 has taken its place");
  });

  await test.step("R24 the invoice is paid in full", async () => {
    await cashier.reload();
    await pay(cashier);
    await expect(cashier.getByText("Nothing is due any more.")).toBeVisible();
    await expect(cashier.getByRole("button", { name: "Record the payment" })).toHaveCount(0);
  });

  await test.step("all of it is in the trail, and none of it is anything to the laboratory next door", async () => {
    await auditor.goto(`/audit?order=${order.path.split("/").at(-1)}`);
    for (const [action, who] of happened) {
      await auditor.getByLabel("Action").fill(action);
      await auditor.getByRole("button", { name: "Show" }).click();
      await auditor.waitForURL((url) => url.searchParams.get("action") === action);
      await expect(auditor.getByText("Only entries about one order.")).toBeVisible();
      await expect(
        auditor
          .getByRole("row")
          .filter({ hasText: `${who} Colleague` })
          .first(),
      ).toBeVisible();
    }
    const neighbour = await person(seat, "receptionist", "northlab");
    const response = await neighbour.goto(order.path);
    expect(response?.status()).toBe(404);
    await expect(neighbour.getByText("Nothing is here").last()).toBeVisible();
  });
});

/** What the trail says of the order, and of whom. */
const happened = [
  ["order.placed", "receptionist"],
  ["invoice.issued", "cashier"],
  ["payment.recorded", "cashier"],
  ["sample.rejected", "technician"],
  ["sample.results_entered", "technician"],
  ["result.critical_notified", "technician"],
  ["sample.results_verified", "scientist"],
  ["result.amended", "pathologist"],
  ["report.issued", "pathologist"],
] as const;

async function signUp(page: Page, name: string) {
  await page.goto("/sign-up");
  await page.getByLabel("Name", { exact: true }).fill("Century Hospital Laboratory");
  await page.getByLabel("Name in its address").fill(name);
  await expect(page.getByText(`${name}.${rootDomain} is free`)).toBeVisible();
  await page.getByLabel("Time zone").selectOption("America/Los_Angeles");
  await page.getByLabel("Currency").selectOption("USD");
  await page.getByLabel("First name").fill("Dana");
  await page.getByLabel("Last name").fill("Director");
  await page.getByLabel("E-mail").fill(`director@${name}.test`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Send me the code" }).click();
  await page.waitForURL("**/sign-up/code");
  const { text } = await newestMail(`director@${name}.test`);
  await page.getByLabel("Code").fill(/\b\d{3}[ \u00a0]?\d{3}\b/.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: "Open the laboratory" }).click();
  await page.waitForURL(`${originOf(name)}/`);
  await expect(page.getByRole("link", { name: "Settings" })).toBeVisible();
  await expect(page.getByText("Century Hospital Laboratory").first()).toBeVisible();
}

const colleagues = {
  receptionist: "Receptionist",
  phlebotomist: "Phlebotomist",
  technician: "Technician",
  scientist: "Scientist",
  second: "Scientist",
  pathologist: "Pathologist",
  cashier: "Cashier",
  auditor: "Auditor",
} as const;

type Who = keyof typeof colleagues;

async function hireAll(seat: Seat, director: Page, name: string): Promise<Record<Who, Page>> {
  const staff: Partial<Record<Who, Page>> = {};
  for (const [who, role] of Object.entries(colleagues)) {
    const email = `${who}@${name}.test`;
    await director.goto(`${originOf(name)}/settings/members/invite`);
    await director.getByLabel("E-mail").fill(email);
    await director.getByRole("checkbox", { name: role }).check();
    await director.getByRole("button", { name: "Send the invitation" }).click();
    await expect(director.getByRole("row").filter({ hasText: email })).toBeVisible();
    const link = /http\S+\/invitation\?token=[\w.-]+/.exec((await newestMail(email)).text)?.[0] ?? "";
    expect(link).toContain(`${originOf(name)}/`);
    const page = await seat(name);
    await page.goto(link);
    await page.getByLabel("First name").fill(who);
    await page.getByLabel("Last name").fill("Colleague");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Accept and sign in" }).click();
    await page.waitForURL(`${originOf(name)}/`);
    staff[who as Who] = page;
  }
  // One for each name of the table above.
  return staff as Record<Who, Page>;
}

async function pay(page: Page, amount?: string) {
  if (amount) await page.getByRole("textbox", { name: "Amount" }).fill(amount);
  await page.getByRole("button", { name: "Record the payment" }).click();
  await expect(page.getByText("Payment recorded")).toBeVisible();
}

async function scan(page: Page, barcode: string) {
  await page.getByRole("textbox", { name: "Scan a tube" }).focus();
  await page.keyboard.type(barcode);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row").filter({ hasText: barcode }).first()).toContainText("Accessioned");
}

const row = (page: Page, analyte: string) =>
  page
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${analyte}(?!,)`) }) })
    .first();

/** As a person finds it: from the order to the tube, from the tube to its results. */
async function openGrid(page: Page, orderPath: string, barcode: string) {
  await page.goto(orderPath);
  await page.getByRole("link", { name: barcode }).click();
  await page.getByRole("link", { name: /^(Enter results|Open the results)$/ }).click();
  await expect(page.getByRole("grid", { name: `Results of ${barcode}` })).toBeVisible();
}

/** Down the grid by Enter: each value on the line that has the focus. */
async function typeAll(page: Page, values: ReadonlyMap<string, string>) {
  await page.getByRole("grid").locator("input[tabindex='0']").focus();
  for (let typed = 0; typed < values.size; typed += 1) {
    const label = (await page.locator(":focus").getAttribute("aria-label")) ?? "";
    const known = [...values].filter(([name]) => label === name || label.startsWith(`${name}, `));
    const [, value] = known.sort(([a], [b]) => b.length - a.length)[0] ?? [];
    expect(value, `a value for ${label}`).toBeDefined();
    await page.keyboard.type(value ?? "");
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText(`${values.size} of ${values.size} lines entered`)).toBeVisible();
  await expect(page.getByText(/\d (saving|not saved)/)).toHaveCount(0);
}

async function verify(page: Page, lines: number) {
  await page.getByRole("button", { name: lines === 1 ? "Verify 1 line" : `Verify ${lines} lines` }).click();
  await expect(page.getByRole("button", { name: /^Verify/ })).toHaveCount(0);
}

type Ordered = { path: string; accession: string };

/** From what waits for release. */
async function release(page: Page, { accession }: Ordered, status: "preliminary" | "final") {
  await page.goto("/release");
  const waiting = page.getByRole("row").filter({ hasText: accession });
  const act = { name: `Release ${status}` };
  await waiting.getByRole("button", act).click();
  await page.getByRole("dialog").getByRole("button", act).click();
  await expect(page.getByText("Nothing waits for your release")).toBeVisible();
}

/** The words of a version's PDF, opened from the page of that version. */
async function textOf(page: Page, { path }: Ordered, version: number): Promise<string> {
  await page.goto(path);
  const versions = page.getByRole("listitem").filter({ hasText: new RegExp(`version ${version}`, "i") });
  await versions.getByRole("link", { name: "Open" }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  const pages = await pdfText(await fileOf(page, /PDF|Print/));
  return pages.join("\n").replaceAll(/\s+/g, " ");
}
