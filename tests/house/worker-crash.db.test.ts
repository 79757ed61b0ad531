import { type ChildProcess, fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { leaseSeconds } from "@/lib/infra/background/claim";
import { alone } from "@/lib/infra/transaction";
import "@/tests/support/a";
import { announce, deedsOf, makeDeeds, wholeWay } from "@/tests/support/background";

/** The worker in one file, so that it starts quickly. It lies where it finds its packages. */
const program = "node_modules/.cache/medvuno/worker.mjs";
// The bundler that tsx brings with it.
const bundler = createRequire(createRequire(import.meta.url).resolve("tsx/package.json"))("esbuild");

const kills = 8;
const tasks = 40;
const speed = 300;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  await makeDeeds();
  await bundler.build({
    ...{ entryPoints: ["tests/support/worker.ts"], outfile: program, tsconfig: "tsconfig.scripts.json" },
    ...{ bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" },
  });
}, 60_000);

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

async function aWorker(from: number): Promise<ChildProcess> {
  const child = fork(program, { env: { ...process.env, BACKGROUND_WORKERS: "3" } });
  children.add(child);
  await new Promise((resolve) => child.once("message", resolve));
  child.send({ from, speed });
  return child;
}

async function done(): Promise<number> {
  const [row] = await alone<{ n: number }>(
    "lims_platform",
    "select count(*)::int as n from task where state = 'SUCCESS'",
    [],
  );
  return row?.n ?? 0;
}

it(`S28 kill -9 of a worker, ${kills} times at any instruction, loses no task and repeats no step`, async () => {
  let time = Date.UTC(2026, 10, 20, 8);
  for (let each = 0; each < tasks; each += 1) await announce("way.long");
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = await aWorker(time);
    const before = await steps();
    // It is killed at work: after some steps, and then a little later.
    while ((await steps()) < before + 5 + randomInt(10) && (await done()) < 2 * tasks) await wait(5);
    await wait(randomInt(20));
    worker.kill("SIGKILL");
    await new Promise((resolve) => worker.once("close", resolve));
    time += 20 * 60_000 + (leaseSeconds + 1) * 1000;
  }
  await aWorker(Date.UTC(2026, 10, 20, 12, 30));
  const deadline = Date.now() + 90_000;
  while ((await done()) < 2 * tasks && Date.now() < deadline) await wait(100);

  const rows = await alone<{ id: string; state: string; error: string | null }>(
    "lims_platform",
    "select id, state::text as state, error from task where function_id = 'long-way'",
    [],
  );
  expect(rows).toHaveLength(tasks);
  for (const { id, state, error } of rows) {
    expect({ id, state, error }).toMatchObject({ state: "SUCCESS", error: null });
    expect((await deedsOf(id)).sort(), id).toEqual([...wholeWay].sort());
  }
}, 240_000);

/** Steps that have ended, of all tasks. */
async function steps(): Promise<number> {
  const [row] = await alone<{ n: number }>(
    "lims_platform",
    "select count(*)::int as n from task_step where ended_at is not null",
    [],
  );
  return row?.n ?? 0;
}
