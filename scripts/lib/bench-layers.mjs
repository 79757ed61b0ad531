import { deepStrictEqual } from "node:assert";
// @ts-expect-error it comes without types
import autocannon from "autocannon";
import { askApi, httpClient, programClient } from "./bench-http.mjs";
import { inMs, ratioFigure } from "./bench-numbers.mjs";
import { processorMs, processTree } from "./bench-processes.mjs";

const limit = 2.5;
const connections = 16;
const block = 500;
const blocks = 10;
const warmUpBlocks = 4;
const path = "/api/v1/samples?limit=25";

/**
 * (a) Processor time of the server for a signed-in list through every layer, against a bare route in the same
 * server that answers the same rows by plain SQL. Blocks of the two take turns.
 * @param {import("./bench-installation.mjs").Installation} installation
 */
export async function measureLayers(installation) {
  const client = await installation.administrator("lims");
  const { rows } = await client.query("select id from laboratory where slug = 'demo'");
  await client.end();
  const barePath = `/api/bare?laboratory=${rows[0].id}`;
  const server = await installation.startServer("lims");
  const host = `demo.${server.rootDomain}`;

  const program = await programClient(server, "technician");
  const stranger = httpClient({ port: server.port, host });
  const bare = JSON.parse((await stranger.ask("GET", barePath)).bytes.toString());
  const ours = await askApi(program, "GET", "/samples?limit=25");
  deepStrictEqual(bare.data, ours.data);
  if (ours.data.length !== 25) throw new Error("The demonstration has fewer than 25 samples.");
  const { authorization } = program.headers;
  program.close();
  stranger.close();

  const pids = processTree(server.pid);
  const spent = { ours: 0, bare: 0 };
  for (let turn = -warmUpBlocks; turn < blocks; turn += 1) {
    for (const which of /** @type {const} */ (["bare", "ours"])) {
      const before = processorMs(pids);
      const { errors, non2xx } = await autocannon({
        url: `http://127.0.0.1:${server.port}${which === "ours" ? path : barePath}`,
        headers: { host, ...(which === "ours" && { authorization }) },
        connections,
        amount: block,
      });
      if (errors + non2xx > 0) throw new Error(`${which}: ${errors} errors, ${non2xx} refusals.`);
      if (turn >= 0) spent[which] += processorMs(pids) - before;
    }
  }
  await server.stop();
  const requests = block * blocks;
  return [
    ratioFigure(
      "Server CPU of a signed-in list, through every layer, against a bare route",
      spent.ours / requests,
      spent.bare / requests,
      limit,
      inMs,
    ),
  ];
}
