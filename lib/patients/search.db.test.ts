import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab } from "@/tests/support/a";
import { readPatientSearch, searchColumns } from "./policy";
import { searchPatients } from "./repository";

const PATIENTS = 20_000;
const FAMILIES = [
  "Abe",
  "Baker",
  "Costa",
  "Dvořák",
  "Eriksen",
  "Fischer",
  "García",
  "Hansen",
  "Ivanova",
  "Jansen",
];
const GIVEN = ["Ada", "Ben", "Cleo", "Dag", "Eva", "Finn", "Greta", "Hugo", "Ines", "Jon"];

let lab: Lab;
beforeAll(async () => {
  lab = await a.laboratory();
  const patients = Array.from({ length: PATIENTS }, (_, place) => {
    const familyName = `${FAMILIES[place % 10]}${syllables(place)}`;
    const givenName = GIVEN[Math.floor(place / 10) % 10] ?? "";
    const phone = `0${700_000_000 + place * 37}`;
    const { searchName, searchPhone } = searchColumns({ familyName, givenName, phone, nationalId: null });
    const mrn = `M${String(place).padStart(6, "0")}`;
    const birth_date = new Date(Date.UTC(1930, 0, 1 + place)).toISOString().slice(0, 10);
    return {
      mrn,
      family_name: familyName,
      given_name: givenName,
      phone,
      birth_date,
      search_name: searchName,
      search_phone: searchPhone,
    };
  });
  await inLaboratory(lab.ref.id, null, async (db) => {
    await db.sql(
      `insert into patient (laboratory_id, id, mrn, family_name, given_name, phone, birth_date, sex, search_name, search_phone)
       select $1, gen_random_uuid(), mrn, family_name, given_name, phone, birth_date, 'unknown', search_name, search_phone
       from json_populate_recordset(null::patient, $2)`,
      [lab.ref.id, JSON.stringify(patients)],
    );
  });
  await asSuperuser((client) => client.query("analyze patient"));
}, 60_000);

/** A few letters that tell one of twenty thousand from another. */
function syllables(place: number): string {
  const scattered = Math.imul(place + 1, 2_654_435_761) >>> 0;
  const letter = (of: string, shift: number) => of.charAt((scattered >>> shift) % of.length);
  return [0, 1, 2]
    .map((part) => letter("bcdfghklmnprstvz", part * 4 + 8) + letter("aeiou", part * 3))
    .join("");
}

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(inject("cluster").adminUrl);
  url.pathname = `test_${process.pid}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How a role would go about a statement, its own policies in force. */
function planFor(role: string, statement: string): Promise<string> {
  return asSuperuser(async (client) => {
    await client.query("begin");
    await client.query(`set local role ${role}`);
    await client.query("select set_config('app.laboratory_id', $1, true)", [lab.ref.id]);
    await client.query("set local pg_trgm.word_similarity_threshold = 0.45");
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${statement}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

describe("finding one of twenty thousand", () => {
  it("finds a misspelt name by its index", async () => {
    const body = await asSuperuser(async (client) => {
      const { rows } = await client.query<{ prosrc: string }>(
        "select prosrc from pg_proc where proname = 'find_patients'",
      );
      return rows[0]?.prosrc ?? "";
    });
    const asked = body.replaceAll(/\bfolded\b/g, "'dvorak'").replaceAll(/\bat_most\b/g, "25");
    expect(await planFor("lims_search", asked)).toContain("patient_search");
  });

  it.each([
    ["patient_mrn_c", `mrn collate "C" >= 'M0042' and mrn collate "C" < 'M0043'`],
    ["patient_laboratory_id_birth_date_idx", "birth_date = '1961-06-15'"],
    ["patient_laboratory_id_search_phone_idx", "search_phone = '4440000'"],
    ["patient_laboratory_id_search_national_id_idx", "search_national_id = 'ab123456c'"],
  ])("finds by %s, under the policies of the application's role", async (index, condition) => {
    const statement = `select id from patient where laboratory_id = '${lab.ref.id}' and ${condition}`;
    expect(await planFor("lims_lab", statement)).toContain(index);
  });

  it("answers soon, whatever is typed", async () => {
    const rows = await inLaboratory(lab.ref.id, null, async (db) =>
      db.patient.findMany({ where: { mrn: "M004242" } }),
    );
    const [one] = rows;
    if (!one) throw new Error("M004242 was made above");
    const misspelt = `${one.familyName.slice(0, -2)}${one.familyName.slice(-1)} ${one.givenName}`;
    for (const typed of ["M004242", one.phone ?? "", misspelt, `${one.givenName} 1941-08-13`]) {
      const started = performance.now();
      const found = await inLaboratory(lab.ref.id, null, (db) =>
        searchPatients(db, lab.ref.id, readPatientSearch(typed), 25),
      );
      expect(found.map(({ mrn }) => mrn)).toContain("M004242");
      // Far above what it takes, far below what a scan for each of several people at once would.
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
