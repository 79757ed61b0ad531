import { askApi, programClient } from "./bench-http.mjs";
import { inMs, median, ratioFigure } from "./bench-numbers.mjs";
import { addLaboratory, fillWithSamples } from "./bench-samples.mjs";

const limit = 1.3;
const times = 300;
const warmUp = 40;
const small = { laboratories: 1, samples: 5_000 };
const large = { laboratories: 20, samples: 10_000 };

/**
 * (c) What 200,000 samples in 20 laboratories cost the bench of one of them, against 5,000 in one. The two servers
 * are asked in turn.
 * @param {import("./bench-installation.mjs").Installation} installation
 */
export async function measureGrowth(installation) {
  const sites = [await openSite(installation, "small", small), await openSite(installation, "large", large)];
  const figures = [];
  for (const [what, ask] of questions) {
    /** @type {number[][]} */
    const ms = sites.map(() => []);
    for (let place = 0; place < times + warmUp; place += 1) {
      for (const [which, site] of sites.entries()) {
        const began = performance.now();
        await ask(site, site.known[place] ?? { name: "", barcode: "" });
        if (place >= warmUp) ms[which]?.push(performance.now() - began);
      }
    }
    const [few = 0, many = 0] = ms.map(median);
    figures.push(
      ratioFigure(`${what}: 200,000 samples in 20 laboratories against 5,000 in one`, many, few, limit, inMs),
    );
  }
  for (const { close } of sites) await close();
  return figures;
}

/** @typedef {{ name: string, barcode: string }} Known */
/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/** @type {[what: string, ask: (site: Site, known: Known) => Promise<unknown>][]} */
const questions = [
  ["List of samples", ({ bench }) => askApi(bench, "GET", "/samples?limit=25")],
  [
    "Patient search by name",
    ({ reception }, { name }) => askApi(reception, "GET", `/patients?q=${encodeURIComponent(name)}`),
  ],
  ["Sample by barcode", ({ bench }, { barcode }) => askApi(bench, "GET", `/samples/by-barcode/${barcode}`)],
];

/**
 * @param {import("./bench-installation.mjs").Installation} installation @param {string} database
 * @param {{ laboratories: number, samples: number }} size
 */
async function openSite(installation, database, { laboratories, samples }) {
  await installation.copyDatabase(database);
  const admin = await installation.administrator(database);
  for (let place = 0; place < laboratories; place += 1) {
    const slug = place === 0 ? "demo" : `growth${place}`;
    if (place > 0) await addLaboratory(admin, slug, "demo");
    await fillWithSamples(admin, { slug, prefix: "T", count: samples, live: 200, analytes: 2 });
  }
  await admin.query("vacuum (analyze)");
  /** @type {{ rows: Known[] }} */
  const { rows: known } = await admin.query(
    `select p.given_name || ' ' || p.family_name as name, s.barcode
     from sample s join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
     join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
     where s.laboratory_id = (select id from laboratory where slug = 'demo') and s.barcode like 'T%'
     order by md5(s.barcode) limit $1`,
    [times + warmUp],
  );
  const { rows } = await admin.query("select count(*)::int as made from sample where barcode like 'T%'");
  await admin.end();
  if (rows[0].made !== laboratories * samples) throw new Error(`${database} has ${rows[0].made} samples.`);
  const server = await installation.startServer(database);
  const bench = await programClient(server, "technician");
  const reception = await programClient(server, "receptionist");
  return {
    known,
    bench,
    reception,
    async close() {
      bench.close();
      reception.close();
      await server.stop();
    },
  };
}
