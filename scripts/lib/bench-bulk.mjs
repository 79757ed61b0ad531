import { askApi, programClient } from "./bench-http.mjs";
import { inMs, median, ratioFigure } from "./bench-numbers.mjs";
import { holdAlike, rowsLike, writeRows } from "./bench-same-rows.mjs";
import { fillWithSamples } from "./bench-samples.mjs";

const limit = 5;
const rounds = 11;
const warmUpRounds = 4;
const samples = 125;
const analytes = 8;

/** @typedef {{ id: string, orderId: string, results: { id: string, code: string }[] }} Tube */

/**
 * (b) Entering, then verifying 1,000 results by two bulk actions, against the same rows written by set-based
 * statements of the same database role, with constraints, policies and triggers on. Rounds of the two take turns.
 * @param {import("./bench-installation.mjs").Installation} installation
 */
export async function measureBulk(installation) {
  await installation.copyDatabase("bulk");
  const admin = await installation.administrator("bulk");
  const count = samples * 2 * (rounds + warmUpRounds);
  await fillWithSamples(admin, { slug: "demo", prefix: "B", count, live: count, analytes });
  await admin.query("vacuum (analyze)");
  /** @type {{ rows: Tube[] }} */
  const { rows: tubes } = await admin.query(
    `select s.id, s.order_id as "orderId", json_agg(json_build_object('id', r.id, 'code', r.analyte_code)) as results
     from sample s join result r on r.laboratory_id = s.laboratory_id and r.sample_id = s.id
     where s.barcode like 'B%' group by s.laboratory_id, s.id, s.order_id, s.barcode order by s.barcode`,
  );
  const { rows: people } = await admin.query(
    `select m.id, m.laboratory_id as "laboratoryId", m.roles[1] as role from member m
     join laboratory l on l.id = m.laboratory_id where l.slug = 'demo' order by m.created_at`,
  );
  const idOf = (/** @type {string} */ role) => people.find((each) => each.role === role);
  const server = await installation.startServer("bulk");
  const technician = await programClient(server, "technician");
  const scientist = await programClient(server, "scientist");
  const role = await installation.laboratoryRole("bulk");

  /** @type {Record<"entry" | "verification" | "both", { api: number[], sql: number[] }>} */
  const ms = {
    entry: { api: [], sql: [] },
    verification: { api: [], sql: [] },
    both: { api: [], sql: [] },
  };
  /** @param {"api" | "sql"} which @param {() => Promise<void>} enter @param {() => Promise<void>} verify */
  const time = async (which, enter, verify) => {
    const began = performance.now();
    await enter();
    const between = performance.now();
    await verify();
    const ended = performance.now();
    ms.entry[which].push(between - began);
    ms.verification[which].push(ended - between);
    ms.both[which].push(ended - began);
  };
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const lot = (round + warmUpRounds) * samples * 2;
    const byApi = tubes.slice(lot, lot + samples);
    const bySql = tubes.slice(lot + samples, lot + samples * 2);

    if (round === 0) for (const { api, sql } of Object.values(ms)) api.length = sql.length = 0;
    await time(
      "api",
      () => act(technician, "enter_results", byApi, entries),
      () => act(scientist, "verify", byApi, () => ({})),
    );
    const rows = await rowsLike(admin, byApi, bySql);
    await time(
      "sql",
      () => writeRows(role, idOf("technician"), "entry", rows.entry),
      () => writeRows(role, idOf("scientist"), "verification", rows.verification),
    );
    await holdAlike(admin, byApi, bySql);
  }
  technician.close();
  scientist.close();
  await role.end();
  await admin.end();
  await server.stop();
  const figure = (/** @type {string} */ what, /** @type {{ api: number[], sql: number[] }} */ { api, sql }) =>
    ratioFigure(what, median(api), median(sql), limit, inMs);
  return [
    figure("Entering, then verifying 1,000 results by bulk actions, against set-based SQL", ms.both),
    figure("— of it entering", ms.entry),
    figure("— of it verifying", ms.verification),
  ];
}

const entries = (/** @type {Tube} */ { results }) => ({
  results: results.map(({ code }) => ({ analyte_code: code, value: "5" })),
});

/**
 * @param {import("./bench-http.mjs").Client} client @param {string} action @param {Tube[]} tubes
 * @param {(tube: Tube) => unknown} bodyOf
 */
async function act(client, action, tubes, bodyOf) {
  const items = tubes.map((tube) => ({ sample_id: tube.id, body: bodyOf(tube) }));
  const { data } = await askApi(client, "POST", "/samples/actions", { action, items });
  const refused = data.find((/** @type {{ ok: boolean }} */ { ok }) => !ok);
  if (refused) throw new Error(`${action} was refused: ${JSON.stringify(refused)}`);
}
