import { askApi, httpClient, programClient } from "./bench-http.mjs";
import { inMs, quantile } from "./bench-numbers.mjs";
import { processTree, residentMB } from "./bench-processes.mjs";

const limitMB = 600;
const clients = 32;
const forMs = 60_000;

/**
 * (d) The most memory that the server's processes hold while 32 clients read and write for a minute: each registers
 * a patient, orders, receives and measures, and reads lists, records and pages between.
 * @param {import("./bench-installation.mjs").Installation} installation
 * @param {(server: import("./bench-installation.mjs").Server, role: string) => Promise<string>} cookieOf
 */
export async function measureMemory(installation, cookieOf) {
  const server = await installation.startServer("lims");
  const { port, rootDomain } = server;
  const connections = { connections: clients };
  const reception = await programClient(server, "receptionist", connections);
  const bench = await programClient(server, "technician", connections);
  const cookie = await cookieOf(server, "technician");
  const browser = httpClient({ port, host: `demo.${rootDomain}`, headers: { cookie }, ...connections });

  let [asked, turns, mostMB] = [0, 0, 0];
  const watch = setInterval(() => {
    mostMB = Math.max(mostMB, residentMB(processTree(server.pid)));
  }, 100);
  const restMB = residentMB(processTree(server.pid));
  const until = performance.now() + forMs;
  /** @type {number[]} */
  const ms = [];
  const live = async () => {
    while (performance.now() < until) {
      turns += 1;
      for (const step of turn({ reception, bench, browser }, turns)) {
        const began = performance.now();
        await step();
        ms.push(performance.now() - began);
        asked += 1;
        if (performance.now() >= until) return;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, live));
  clearInterval(watch);
  for (const each of [reception, bench, browser]) each.close();
  await server.stop();
  return [
    {
      what: "Memory of the server, 32 clients that read and write for 60 s",
      measured: `${Math.round(mostMB)} MB`,
      limit: `${limitMB} MB`,
      isMet: mostMB < limitMB,
      from: `${asked} requests, p95 ${inMs(quantile(ms, 0.95))}; ${Math.round(restMB)} MB before`,
    },
  ];
}

/**
 * One patient's visit, and what is looked at meanwhile.
 * @param {Record<"reception" | "bench" | "browser", import("./bench-http.mjs").Client>} at
 * @param {number} number
 */
function* turn({ reception, bench, browser }, number) {
  /** @type {any} what the API answers with */
  let patient;
  /** @type {any} what the API answers with */
  let order;
  const page = (/** @type {string} */ path) => async () => {
    const { status } = await browser.ask("GET", path);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
  };
  const name = [number, number >> 5, number >> 10]
    .map((each) => String.fromCharCode(97 + (each % 26)))
    .join("");
  yield async () => {
    patient = await askApi(reception, "POST", "/patients", {
      ...{ family_name: `Visitor ${name}`, given_name: "Alma", sex: "female" },
      accept_duplicate: true,
    });
  };
  yield async () => {
    order = await askApi(reception, "POST", "/orders", {
      patient_id: patient.id,
      items: [{ test_code: "FBC" }],
    });
  };
  yield () => askApi(bench, "GET", "/samples?limit=25");
  yield page("/samples");
  const sample = () => order.samples[0].id;
  yield () => askApi(bench, "POST", `/samples/${sample()}/accession`, { collection_not_recorded: true });
  yield () => askApi(reception, "GET", `/patients?q=${name}`);
  yield () =>
    askApi(bench, "POST", `/samples/${sample()}/enter-results`, {
      results: [{ analyte_code: "PLT", value: "250" }],
    });
  yield () => page(`/samples/${sample()}/results`)();
  yield () => askApi(bench, "GET", `/orders/${order.id}`);
  yield () => askApi(bench, "GET", "/results?limit=50");
}
