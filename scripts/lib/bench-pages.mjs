import { httpClient } from "./bench-http.mjs";
import { inMs, quantile } from "./bench-numbers.mjs";
import { processorMs, processTree } from "./bench-processes.mjs";

const limitMs = 300;
const times = 30;
const warmUp = 3;
const scriptsOf = { grid: 240, list: 200 };

/** @typedef {{ order: string, sample: string }} Records */

/** @type {[name: string, role: string, path: (records: Records) => string][]} */
const pages = [
  ["Dashboard", "technician", () => "/"],
  ["Patients", "receptionist", () => "/patients"],
  ["Orders", "receptionist", () => "/orders"],
  ["Order", "receptionist", ({ order }) => `/orders/${order}`],
  ["Samples", "technician", () => "/samples"],
  ["Result grid", "technician", ({ sample }) => `/samples/${sample}/results`],
  ["Worklists", "technician", () => "/worklists"],
  ["Verification", "scientist", () => "/verification"],
  ["Release", "pathologist", () => "/release"],
  ["Reports", "pathologist", () => "/reports"],
  ["Invoices", "cashier", () => "/invoices"],
  ["Catalogue", "administrator", () => "/catalogue"],
  ["Settings", "administrator", () => "/settings"],
  ["Audit trail", "auditor", () => "/audit"],
];

/**
 * How long each page of the demonstration takes to answer one client, whole; and (e) how much JavaScript two of
 * them load.
 * @param {import("./bench-installation.mjs").Installation} installation
 * @param {import("./bench-browser.mjs").Browser} browser
 */
export async function measurePages(installation, browser) {
  const admin = await installation.administrator("lims");
  const { rows } = await admin.query(
    `select s.id as sample, s.order_id as order from sample s join result r on r.laboratory_id = s.laboratory_id
       and r.sample_id = s.id
     where s.laboratory_id = (select id from laboratory where slug = 'demo') and s.state in ('accessioned', 'in_process')
     group by s.laboratory_id, s.id, s.order_id order by count(*) desc, s.id limit 1`,
  );
  await admin.end();
  /** @type {Records} */
  const records = rows[0];
  const server = await installation.startServer("lims");
  const host = `demo.${server.rootDomain}`;
  /** @type {Map<string, string>} */
  const cookies = new Map();
  for (const role of new Set(pages.map(([, role]) => role))) {
    cookies.set(role, await browser.cookieOf(server, role));
  }

  /** @type {import("./bench-numbers.mjs").Figure[]} */
  const figures = [];
  const technician = cookies.get("technician") ?? "";
  for (const [what, path, limit] of /** @type {const} */ ([
    ["JavaScript of the result grid, gzipped", `/samples/${records.sample}/results`, scriptsOf.grid],
    ["JavaScript of the list of samples, gzipped", "/samples", scriptsOf.list],
  ])) {
    const { files, kB } = await browser.scriptsOf(server, technician, path);
    figures.push({
      what,
      measured: `${kB.toFixed(0)} kB`,
      limit: `${limit} kB`,
      isMet: kB < limit,
      from: `${files} files`,
    });
  }

  const pids = processTree(server.pid);
  for (const [name, role, pathOf] of pages) {
    const client = httpClient({ port: server.port, host, headers: { cookie: cookies.get(role) ?? "" } });
    const path = pathOf(records);
    /** @type {number[]} */
    const ms = [];
    let status = 200;
    let before = 0;
    for (let time = -warmUp; time < times && status === 200; time += 1) {
      if (time === 0) before = processorMs(pids);
      const reply = await client.ask("GET", path);
      status = reply.status;
      if (time >= 0) ms.push(reply.ms);
    }
    client.close();
    const cpuMs = (processorMs(pids) - before) / times;
    const p95 = quantile(ms, 0.95);
    const answered = status === 200;
    figures.push({
      what: `Page: ${name}`,
      measured: answered ? `p95 ${inMs(p95)}` : "—",
      limit: `p95 ${limitMs} ms`,
      isMet: answered && p95 <= limitMs,
      from: answered
        ? `p50 ${inMs(quantile(ms, 0.5))}, of it ${inMs(cpuMs)} of the server's CPU`
        : `answered ${status}`,
    });
  }
  await server.stop();
  return figures;
}
