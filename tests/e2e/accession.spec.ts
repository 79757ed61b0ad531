import type { Page } from "@playwright/test";
import { aBench, colleague, order } from "./support/bench";
import { expect, test } from "./support/seats";

const field = (page: Page) => page.getByRole("textbox", { name: "Scan a tube" });
const lines = (page: Page) => page.getByRole("table", { name: "Scanned just now" }).getByRole("row");
const tally = (page: Page, term: string) =>
  page.getByRole("complementary", { name: "Since this rack was begun" }).getByText(term).locator("xpath=..");

/** As a scanner does: the signs of the number, then Enter, wherever the focus is. */
async function scan(page: Page, barcode: string) {
  await page.keyboard.type(barcode);
  await page.keyboard.press("Enter");
}

test("tubes are scanned one after the other without a press in between, and each is counted once: M11", async ({
  seat,
}) => {
  const bench = await aBench();
  const orders = await Promise.all([1, 2, 3].map(() => order(bench, ["FBCD", "LIPID", "PTINR"])));
  const tubes = orders.flatMap((each) => each.tubes);
  const page = await colleague(seat, bench, "technician", "tess");
  await page.goto("/accession");
  await expect(field(page)).toBeFocused();

  for (const { barcode } of tubes) await scan(page, barcode);
  await expect(lines(page)).toHaveCount(tubes.length + 1);
  await expect(lines(page).filter({ hasText: "Accessioned" })).toHaveCount(tubes.length);
  await expect(tally(page, "Accessioned")).toContainText(String(tubes.length));
  await expect(field(page)).toBeFocused();

  // The same tube again says so, and is not counted again.
  const [first] = tubes;
  await scan(page, first?.barcode ?? "");
  await expect(lines(page).nth(1)).toContainText("counted once");
  await expect(tally(page, "Accessioned")).toContainText(String(tubes.length));

  // What was scanned survives a reload, and the field is ready again.
  await page.reload();
  await expect(lines(page)).toHaveCount(tubes.length + 2);
  await expect(tally(page, "Accessioned")).toContainText(String(tubes.length));
  await expect(field(page)).toBeFocused();

  const { body } = await bench.desk("GET /samples?state=accessioned&limit=100");
  expect(body.data.map((each: { barcode: string }) => each.barcode).sort()).toEqual(
    tubes.map(({ barcode }) => barcode).sort(),
  );
  // The screen faces the room: two identifiers, no name.
  await expect(lines(page).nth(2)).toContainText("PATID1234");
  await expect(page.getByRole("main")).not.toContainText(/jones/i);
});

test("a wrong tube stops the station: Enter does not acknowledge it, F8 does, and so does the same tube again", async ({
  seat,
}) => {
  const bench = await aBench();
  const [mine, other] = [await order(bench, ["FBCD", "LIPID"]), await order(bench, ["PTINR"])];
  const [first, second] = mine.tubes.map(({ barcode }) => barcode);
  const wrong = other.tubes[0]?.barcode ?? "";
  const page = await colleague(seat, bench, "technician", "tess");
  await page.goto(`/accession?order=${mine.id}`);
  await expect(field(page)).toBeFocused();
  const stop = page.getByRole("alert").filter({ hasText: "STOP" });

  await scan(page, wrong);
  await expect(stop).toContainText("A tube of another order.");
  await expect(field(page)).toBeFocused();

  // Scanners send Enter: neither it nor another tube leads on.
  await page.keyboard.press("Enter");
  await expect(stop).toBeVisible();
  await scan(page, first ?? "");
  await expect(stop).toContainText(`${first} was scanned meanwhile and is not counted.`);
  await page.getByRole("button", { name: "I have set it aside" }).focus();
  await page.keyboard.press("Enter");
  await expect(stop).toBeVisible();

  await page.keyboard.press("F8");
  await expect(stop).toHaveCount(0);
  await scan(page, first ?? "");
  await expect(lines(page).filter({ hasText: first ?? "" })).toContainText("Accessioned");

  // Stopped again, reloaded while stopped, and acknowledged by the tube itself.
  await scan(page, wrong);
  await expect(stop).toBeVisible();
  await page.reload();
  await expect(stop).toBeVisible();
  await scan(page, wrong);
  await expect(stop).toHaveCount(0);
  await scan(page, second ?? "");
  await expect(lines(page).filter({ hasText: second ?? "" })).toContainText("Accessioned");
  await expect(tally(page, "Refused")).toContainText("2");

  const { body } = await bench.desk(`GET /samples/by-barcode/${wrong}`);
  expect(body.state).toBe("collected");
});

test("R5 a tube whose collection nobody recorded is taken only after somebody says when, or that it was not", async ({
  seat,
}) => {
  const bench = await aBench();
  const { tubes } = await order(bench, ["PTINR"], false);
  const page = await colleague(seat, bench, "technician", "tess");
  await page.goto("/accession");
  await scan(page, tubes[0]?.barcode ?? "");
  const asked = page.getByRole("alert", { name: "Collection is not recorded" });
  await expect(asked).toContainText("When was it collected?");
  await expect(tally(page, "Accessioned")).toContainText("0");
  await page.keyboard.press("F9");
  await expect(lines(page).nth(1)).toContainText("collection time not recorded");
  await expect(tally(page, "Accessioned")).toContainText("1");
});

test("what cannot be sent waits at the station and is sent when the network is back", async ({ seat }) => {
  const bench = await aBench();
  const { tubes } = await order(bench, ["FBCD", "LIPID"]);
  const page = await colleague(seat, bench, "technician", "tess");
  await page.goto("/accession");
  await expect(field(page)).toBeFocused();
  await page.context().setOffline(true);
  for (const { barcode } of tubes) await scan(page, barcode);
  await expect(page.getByText(`${tubes.length} tubes wait here to be sent.`)).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Send them now" }).click();
  await expect(lines(page).filter({ hasText: "Accessioned" })).toHaveCount(tubes.length);
  await expect(tally(page, "Accessioned")).toContainText(String(tubes.length));
});

test("R6 a haemolysed tube is rejected at the station with its reason, and another is to be collected", async ({
  seat,
}) => {
  const bench = await aBench();
  const { tubes, accessionNumber } = await order(bench, ["LIPID"]);
  const page = await colleague(seat, bench, "technician", "tess");
  await page.goto("/accession");
  await scan(page, tubes[0]?.barcode ?? "");
  await page.getByRole("button", { name: "Reject" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Reject the tube" }).click();
  await expect(dialog.getByLabel("Reason")).toBeFocused();
  await dialog.getByLabel("Reason").selectOption("haemolysed");
  await dialog.getByRole("button", { name: "Reject the tube" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(lines(page).nth(1)).toContainText(
    `Rejected: haemolysed, ${accessionNumber}-2 is to be collected`,
  );
  // The tube itself, scanned again, is refused.
  await scan(page, tubes[0]?.barcode ?? "");
  await expect(page.getByRole("alert").filter({ hasText: "STOP" })).toContainText("Do not use it");
});
