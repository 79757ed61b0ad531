import { hash, verify } from "@node-rs/argon2";
import { askApi, demonstrationPassword, httpClient } from "./bench-http.mjs";
import { inMs, quantile } from "./bench-numbers.mjs";

/**
 * What is measured, beside what one of the earlier systems said of itself (P15), in milliseconds at the median.
 * @type {{ act: string, name: string, before: number | null, tries: number }[]}
 */
const measures = [
  { act: "health", name: "Health", before: 5, tries: 600 },
  { act: "signIn", name: "Sign-in", before: 30, tries: 120 },
  { act: "refresh", name: "Refresh", before: null, tries: 300 },
  { act: "validate", name: "Token validation", before: 10, tries: 600 },
  { act: "sessions", name: "List of sessions", before: 20, tries: 400 },
  { act: "register", name: "Registration of a patient", before: 50, tries: 120 },
];

const many = 32;
const warmUps = 20;

/** As lib/infra/passwords.ts has it: the cost is the product's own, the rest of a sign-in is what we add to it. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Identity, one at a time and 32 at a time: p50 and p99 until the last byte, over HTTP on the same machine.
 * @param {import("./bench-installation.mjs").Installation} installation
 * @returns {Promise<import("./bench-numbers.mjs").Figure[]>}
 */
export async function measureIdentity(installation) {
  const server = await installation.startServer("lims");
  const { port, rootDomain } = server;
  const connections = many;
  const demo = httpClient({ port, host: `demo.${rootDomain}`, connections });
  const learn = httpClient({ port, host: `learn.${rootDomain}`, connections });
  const signIn = () =>
    askApi(demo, "POST", "/auth/login", {
      identifier: "technician@demo.test",
      password: demonstrationPassword,
    });
  const { access } = await signIn();
  const program = httpClient({
    ...{ port, host: `demo.${rootDomain}`, connections },
    headers: { authorization: `Bearer ${access}` },
  });
  // Each line of refreshes has a token of its own: a spent one ends its session.
  const refreshes = await Promise.all(Array.from({ length: many }, async () => (await signIn()).refresh));
  let registered = 0;
  /** @type {Record<string, (line: number) => Promise<unknown>>} */
  const acts = {
    health: () => askApi(demo, "GET", "/health"),
    signIn,
    refresh: async (line) => {
      const pair = await askApi(demo, "POST", "/auth/token/refresh", { refresh: refreshes[line] });
      refreshes[line] = pair.refresh;
    },
    validate: () => askApi(demo, "POST", "/auth/validate-token", { token: access }),
    sessions: () => askApi(program, "GET", "/auth/sessions"),
    register: () => {
      registered += 1;
      return askApi(learn, "POST", "/auth/register", {
        ...{ email: `bench.${registered}@bench.test`, first_name: "Bench", last_name: "Mark" },
        ...{ password: "Quiet-Lantern-58", password_confirm: "Quiet-Lantern-58" },
      });
    },
  };

  const hashing = await timeHashing();
  const bare = () => demo.ask("GET", "/api/bare");
  await timed(bare, warmUps, 1);
  const serving = quantile(await timed(bare, 600, 1), 0.5);
  const figures = [];
  for (const { act: key, name, before, tries } of measures) {
    const act = acts[key];
    if (!act) throw new Error(`Nothing measures ${name}.`);
    await timed(act, warmUps, 1);
    const alone = await timed(act, tries, 1);
    const together = await timed(act, Math.max(tries, many * 8), many);
    const p50 = quantile(alone, 0.5);
    const at32 = `${many} at a time p50 ${inMs(quantile(together, 0.5))}, p99 ${inMs(quantile(together, 0.99))}`;
    figures.push({
      what: `${name}, one at a time`,
      measured: `p50 ${inMs(p50)}, p99 ${inMs(quantile(alone, 0.99))}`,
      limit: before === null ? "–" : `p50 ${before} ms (P15)`,
      isMet: before === null || p50 < before,
      from: at32,
    });
    const own = ownAim(name, p50, { hashing, serving });
    if (own) figures.push(own);
  }
  for (const each of [demo, learn, program]) each.close();
  await server.stop();
  return figures;
}

/**
 * The aims that are ours: what neither hashing nor the web server costs, which answers a constant in `serving`.
 * @param {string} name @param {number} p50 @param {{ hashing: number, serving: number }} less
 * @returns {import("./bench-numbers.mjs").Figure | undefined}
 */
function ownAim(name, p50, { hashing, serving }) {
  const of = `less ${inMs(serving)} for HTTP`;
  if (name === "Sign-in") {
    const rest = p50 - hashing - serving;
    return aim("— of it our own, without hashing", rest, 5, `${of} and ${inMs(hashing)} for hashing`);
  }
  if (name === "Token validation") return aim("— of it our own", p50 - serving, 3, of);
  if (name === "Health") return aim("— of it our own", p50 - serving, 1, of);
  return undefined;
}

/** @param {string} what @param {number} ms @param {number} limit @param {string} from */
const aim = (what, ms, limit, from) => ({
  what,
  // What costs less than a route that answers a constant cannot be told from nothing.
  measured: `p50 ${inMs(Math.max(0, ms))}`,
  limit: `p50 ${limit} ms`,
  isMet: ms < limit,
  from,
});

/** The median of one verification in this process, as the server's own takes it. */
async function timeHashing() {
  const kept = await hash(demonstrationPassword, argon2id);
  return quantile(await timed(() => verify(kept, demonstrationPassword), 60, 1), 0.5);
}

/**
 * @param {(line: number) => Promise<unknown>} act @param {number} times @param {number} lines how many at a time
 * @returns {Promise<number[]>} milliseconds
 */
async function timed(act, times, lines) {
  /** @type {number[]} */
  const ms = [];
  let left = times;
  const run = async (/** @type {number} */ line) => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      await act(line);
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: lines }, (_, line) => run(line)));
  return ms;
}
