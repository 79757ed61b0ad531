import { expect, test } from "@playwright/test";
import { type NistLine, nistCbc, nistLipids, nistPtInr } from "../support/nist";
import { pdfBarcode, pdfQr, pdfText } from "../support/pdf";
import { type Caller, call } from "./support/api";
import { found, freshName, hire } from "./support/founding";

/** Writes a laboratory's own catalogue for what a message reports: analytes, what they are judged by, one test. */
async function catalogue(
  administrator: Caller,
  code: string,
  name: string,
  sampleType: string,
  lines: readonly NistLine[],
) {
  for (const line of lines) {
    const { status, body: analyte } = await administrator("POST /analytes", {
      body: {
        code: line.code,
        name: line.name,
        section: "Haematology",
        loinc: line.loinc,
        kind: line.kind,
        ...(line.unit && { unit: line.unit }),
        ...(line.decimals !== undefined && { decimals: line.decimals }),
        ...(line.kind === "coded" && {
          choices: [
            { code: "NONE", label: "None seen", abnormal: false },
            {
              code: "MOD",
              label: line.code === "NANI" ? "Moderate Anisocytosis" : "Moderate",
              abnormal: true,
            },
          ],
        }),
      },
    });
    expect(status, JSON.stringify(analyte)).toBe(201);
    if (line.low ?? line.high ?? line.text) {
      const interval = await administrator(`POST /analytes/${analyte.id}/reference-intervals`, {
        body: { low: line.low, high: line.high, text: line.text },
      });
      expect(interval.status, line.code).toBe(201);
    }
    if (line.criticalHigh) {
      const { body: read } = await administrator(`GET /analytes/${analyte.id}`);
      const set = await administrator(`PUT /analytes/${analyte.id}/critical-limits`, {
        body: { limits: [{ high: line.criticalHigh }] },
        headers: { "if-match": `"${read.version}"` },
      });
      expect(set.status, line.code).toBe(200);
    }
  }
  const made = await administrator("POST /tests", {
    body: {
      code,
      name,
      section: "Haematology",
      sample_type: sampleType,
      analytes: lines.map((line) => line.code),
      turnaround_minutes: { routine: 240, urgent: 120, stat: 60 },
    },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  await administrator(`PUT /prices/${code}`, { body: { amount: 2800 } });
}

const sent = (lines: readonly NistLine[]) =>
  lines.map((line) => ({
    analyte_code: line.code,
    value: line.value,
    ...(line.unit && { unit: line.unit }),
    ...(line.kind === "text" && { abnormal: line.flag === "A" }),
  }));

test("the whole story can be lived through the API: M5 M10 M11 M12 M13 M14 R6 R11 R12 R15 R17 R18 R19 R21 R22 R24", async () => {
  test.setTimeout(120_000);
  const name = freshName();
  const numbers = nistCbc.filter((line) => line.kind === "numeric");
  const morphology = nistCbc.filter((line) => line.kind !== "numeric");

  // 1, 2: a director signs up, writes the catalogue, lists the provider, invites colleagues
  const director = await found(name);
  await catalogue(director, "NCBC", "CBC with automated differential", "blood-edta", nistCbc);
  await catalogue(director, "NLIPID", "Lipid panel", "serum-gel", nistLipids);
  await catalogue(director, "NPTINR", "PT and INR", "plasma-citrate", nistPtInr);
  const { body: radon } = await director("POST /providers", {
    body: { first_name: "Nicholas", last_name: "Radon", specialization: "Internal medicine" },
  });
  const reception = await hire(director, name, ["receptionist"], "rita");
  const phlebotomist = await hire(director, name, ["phlebotomist"], "phil");
  const technician = await hire(director, name, ["technician"], "tess");
  const scientist = await hire(director, name, ["scientist"], "sam");
  const second = await hire(director, name, ["scientist"], "sue");
  const pathologist = await hire(director, name, ["pathologist"], "pat");
  const cashier = await hire(director, name, ["cashier"], "cash");
  const provider = await hire(director, name, ["provider"], "radon", { provider_id: radon.id });

  // 3: registered, ordered, labelled; billed
  const { body: patient } = await reception("POST /patients", {
    body: {
      mrn: "PATID1234",
      family_name: "Jones",
      given_name: "William",
      birth_date: "1961-06-15",
      sex: "male",
    },
  });
  const again = await reception("POST /patients", {
    body: { family_name: "Jonés", given_name: "William", birth_date: "1961-06-15", sex: "male" },
  });
  expect(again.status).toBe(409);
  expect(again.body.candidates[0].mrn).toBe("PATID1234");
  const { body: order } = await reception("POST /orders", {
    body: {
      patient_id: patient.id,
      items: [{ test_code: "NCBC" }, { test_code: "NLIPID" }, { test_code: "NPTINR" }],
      provider_id: radon.id,
      fasting: true,
    },
    headers: { "idempotency-key": "story-order" },
  });
  expect(order.samples).toHaveLength(3);
  const labels = await reception(`GET /orders/${order.id}/labels`);
  expect(await pdfBarcode(labels.bytes)).toBe(order.samples[0].barcode);
  expect((await pdfText(labels.bytes))[0]).toContain("PATID1234");

  const [draft] = (await cashier(`GET /invoices?order_id=${order.id}`)).body.data;
  expect(draft).toMatchObject({ state: "draft", gross: 8400 });
  await cashier(`POST /invoices/${draft.id}/issue`);
  const part = await cashier(`POST /invoices/${draft.id}/payments`, {
    body: { amount: 2000, method: "cash" },
  });
  expect(part.body).toMatchObject({ state: "part_paid", amount_due: 6400 });

  // 4: collected, scanned in; one tube is haemolysed and taken again
  const tube = (type: string) =>
    order.samples.find((each: { sample_type: string }) => each.sample_type === type);
  const blood = tube("blood-edta");
  const early = await technician(`POST /samples/${blood.id}/enter-results`, {
    body: { results: sent(nistCbc) },
  });
  expect(early.body.code).toBe("illegal_move");
  for (const sample of order.samples) await phlebotomist(`POST /samples/${sample.id}/collect`, { body: {} });
  const scanned = await technician(`GET /samples/by-barcode/${blood.barcode}`);
  expect(scanned.body.id).toBe(blood.id);
  for (const sample of order.samples) await technician(`POST /samples/${sample.id}/accession`, { body: {} });
  const { body: refused } = await technician(`POST /samples/${tube("serum-gel").id}/reject`, {
    body: { reason_code: "haemolysed" },
  });
  const serum = refused.recollection;
  expect(serum.barcode).toBe(`${order.accession_number}-4`);
  await phlebotomist(`POST /samples/${serum.id}/collect`, { body: {} });
  await technician(`POST /samples/${serum.id}/accession`, { body: {} });

  // 5: entered; a wrong unit is refused, and corrected explicitly; flags as the real laboratory gave them
  const wrong = await technician(`POST /samples/${blood.id}/enter-results`, {
    body: { results: [{ analyte_code: "NHGB", value: "12.5", unit: "g/mL" }] },
  });
  expect(wrong.status).toBe(422);
  expect(JSON.stringify(wrong.body.errors)).toContain("g/dL");
  const entered = await technician(`POST /samples/${blood.id}/enter-results`, {
    body: { results: sent(numbers) },
  });
  for (const line of numbers) {
    const result = entered.body.results.find(
      (each: { analyte_code: string }) => each.analyte_code === line.code,
    );
    expect(result.flag, line.name).toBe(line.flag);
  }
  const critical = entered.body.results.find(
    (each: { analyte_code: string }) => each.analyte_code === "NWBC",
  );
  const called = await technician(`POST /results/${critical.id}/critical-notifications`, {
    body: {
      notified_at: new Date().toISOString(),
      recipient_name: "Dr. Nicholas Radon",
      recipient_role: "Requester",
      method: "phone",
      outcome: "read_back",
    },
  });
  expect(called.status).toBe(201);

  // 6: verified by another person, released in part: preliminary, naming what is pending
  const own = await technician(`POST /samples/${blood.id}/verify`, { body: {} });
  expect(own.status).toBe(403);
  await scientist(`POST /samples/${blood.id}/verify`, { body: {} });
  const notYet = await pathologist(`POST /orders/${order.id}/release`, { body: {} });
  expect(notYet.body.code).toBe("illegal_move");
  expect(notYet.body.detail).toContain("Anisocytosis");
  const first = await pathologist(`POST /orders/${order.id}/release`, { body: { preliminary: true } });
  expect(first.body.report).toMatchObject({ number: 1, status: "preliminary" });
  const firstPdf = await pathologist(`GET /reports/${first.body.report.id}/pdf`);
  const firstText = (await pdfText(firstPdf.bytes)).join("\n");
  expect(firstText).toMatch(/preliminary/i);
  for (const pending of ["Lipid panel", "PT and INR"]) expect(firstText).toContain(pending);

  // the rest, then final
  await technician(`POST /samples/${blood.id}/enter-results`, { body: { results: sent(morphology) } });
  await technician(`POST /samples/${serum.id}/enter-results`, { body: { results: sent(nistLipids) } });
  await technician(`POST /samples/${tube("plasma-citrate").id}/enter-results`, {
    body: { results: sent(nistPtInr) },
  });
  for (const id of [blood.id, serum.id, tube("plasma-citrate").id]) {
    expect((await scientist(`POST /samples/${id}/verify`, { body: {} })).status).toBe(200);
  }
  const final = await pathologist(`POST /orders/${order.id}/release`, { body: {} });
  expect(final.body.report).toMatchObject({ number: 2, status: "final", is_corrected: false });
  const all = (await pathologist(`GET /results?order_id=${order.id}&limit=100&state=released`)).body.data;
  for (const line of [...nistCbc, ...nistLipids, ...nistPtInr]) {
    const result = all.find((each: { analyte_code: string }) => each.analyte_code === line.code);
    expect(result?.flag, line.name).toBe(line.flag);
  }
  const finalPdf = await pathologist(`GET /reports/${final.body.report.id}/pdf`);
  const finalText = (await pdfText(finalPdf.bytes)).join("\n").replaceAll(/\s+/g, " ");
  expect(finalText).toContain("Recommended: <200; Moderate Risk: 200-239 ; High Risk: >240");
  expect(finalText).toContain("no interval");
  expect(await pdfQr(finalPdf.bytes)).toBe(final.body.report.check_url);

  // the provider reads it; a stranger checks it
  expect((await provider(`GET /reports/${final.body.report.id}`)).status).toBe(200);
  const check = () => call(name, `GET /report-checks/${final.body.report.check_code}`);
  expect((await check()).body).toEqual({ result: "current", version: 2 });

  // 8: amended, verified by another, released again: version 3 says what changed, version 2 stays as it was
  const haemoglobin = all.find((each: { analyte_code: string }) => each.analyte_code === "NHGB");
  const amendment = await pathologist(`POST /results/${haemoglobin.id}/amend`, {
    body: { value: "13.5", reason: "Another tube's value was typed." },
    headers: { "if-match": `"${haemoglobin.version}"` },
  });
  expect(amendment.status).toBe(201);
  const amended = (await pathologist(`GET /results?order_id=${order.id}&analyte_code=NHGB&state=entered`))
    .body.data[0];
  expect((await second(`POST /results/${amended.id}/verify`, { body: {} })).status).toBe(200);
  const third = await pathologist(`POST /orders/${order.id}/release`, { body: {} });
  expect(third.body.report).toMatchObject({ number: 3, status: "final", is_corrected: true });
  const thirdText = (
    await pdfText((await pathologist(`GET /reports/${third.body.report.id}/pdf`)).bytes)
  ).join("\n");
  expect(thirdText).toMatch(/corrected/i);
  expect(thirdText).toContain("Another tube's value was typed.");
  expect((await check()).body).toEqual({ result: "superseded", version: 2, superseded_by: 3 });
  const sameBytes = await pathologist(`GET /reports/${final.body.report.id}/pdf`);
  expect(sameBytes.bytes.equals(finalPdf.bytes)).toBe(true);

  // the invoice is paid in full
  const paid = await cashier(`POST /invoices/${draft.id}/payments`, {
    body: { amount: 6400, method: "card" },
  });
  expect(paid.body).toMatchObject({ state: "paid", amount_due: 0 });
  const invoicePdf = await cashier(`GET /invoices/${draft.id}/pdf`);
  expect((await pdfText(invoicePdf.bytes)).join(" ")).toContain("INV-00001");

  // 9: everything is in the trail
  const auditor = await hire(director, name, ["auditor"], "audrey");
  const { body: trail } = await auditor(`GET /audit-events?order_id=${order.id}&limit=100`);
  const actions = trail.data.map((event: { action: string }) => event.action);
  for (const action of [
    "order.placed",
    "sample.accessioned",
    "sample.rejected",
    "report.issued",
    "invoice.issued",
  ]) {
    expect(actions, action).toContain(action);
  }

  // and none of it is anything to the laboratory next door
  const next = await found(freshName());
  for (const path of [
    `/patients/${patient.id}`,
    `/orders/${order.id}`,
    `/samples/${blood.id}`,
    `/reports/${final.body.report.id}`,
  ]) {
    expect((await next(`GET ${path}`)).status).toBeGreaterThanOrEqual(401);
  }
});
