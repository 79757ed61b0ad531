import type { Page } from "@playwright/test";
import type { Caller } from "./api";
import { found, freshName, hire, password } from "./founding";
import { signInAt } from "./people";
import type { Seat } from "./seats";

export type Tube = { id: string; barcode: string; sampleType: string };
export type Ordered = { id: string; accessionNumber: string; tubes: Tube[] };

/** A laboratory of its own: work is prepared over the API, and looked at in browsers. */
export type Bench = {
  name: string;
  director: Caller;
  /** Registers, orders, collects and receives. */
  desk: Caller;
  patientId: string;
};

export async function aBench(): Promise<Bench> {
  const name = freshName();
  const director = await found(name);
  const desk = await hire(director, name, ["receptionist", "phlebotomist", "technician"], "rita");
  const { body: patient } = await desk("POST /patients", {
    body: {
      mrn: "PATID1234",
      family_name: "Jones",
      given_name: "William",
      birth_date: "1961-06-15",
      sex: "male",
    },
  });
  return { name, director, desk, patientId: patient.id };
}

/** An order of panels and tests; its tubes collected unless it waits for that. */
export async function order({ desk, patientId }: Bench, codes: string[], collects = true): Promise<Ordered> {
  const panels = new Set(["FBCD", "LIPID"]);
  const items = codes.map((code) => (panels.has(code) ? { panel_code: code } : { test_code: code }));
  const { status, body } = await desk("POST /orders", { body: { patient_id: patientId, items } });
  if (status !== 201) throw new Error(`Not ordered: ${JSON.stringify(body)}`);
  const tubes = body.samples.map((each: Record<string, string>) => ({
    id: each.id,
    barcode: each.barcode,
    sampleType: each.sample_type,
  }));
  if (collects) for (const { id } of tubes) await desk(`POST /samples/${id}/collect`, { body: {} });
  return { id: body.id, accessionNumber: body.accession_number, tubes };
}

/** An order whose tubes are at the bench. */
export async function received(bench: Bench, codes: string[]): Promise<Ordered> {
  const ordered = await order(bench, codes);
  for (const { id } of ordered.tubes) await bench.desk(`POST /samples/${id}/accession`, { body: {} });
  return ordered;
}

/** Hires somebody and puts them at a browser of their own. */
export async function colleague(seat: Seat, bench: Bench, role: string, who: string): Promise<Page> {
  await hire(bench.director, bench.name, [role], who);
  const page = await seat(bench.name);
  await signInAt(page, bench.name, `${who}@${bench.name}.test`, password);
  return page;
}
