import { freePort } from "./postgres-cluster.mjs";

// Where the end-to-end tests' server is. Playwright reads its configuration again in each worker: the first to
// ask chooses a free port and leaves it in BASE_PORT, which the workers inherit.

process.env.BASE_PORT ||= String(await freePort());

export const basePort = Number(process.env.BASE_PORT);

/** Not *.localhost: there a browser holds sibling subdomains for foreign sites, which no real domain does. */
export const rootDomain = `lims.test:${basePort}`;

/** Origin of a laboratory, of `learn`, or of the root host when nothing is named. */
export const originOf = (/** @type {string} */ name = "") => `http://${name && `${name}.`}${rootDomain}`;

/** Chromium asks no name server: every host of ours is this machine. */
export const resolverFlag = "--host-resolver-rules=MAP *.lims.test 127.0.0.1, MAP lims.test 127.0.0.1";
