import { Agent, request } from "node:http";

/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {Buffer} bytes
 * @property {number} ms from the first byte sent to the last one read
 */

/**
 * A program or a browser that talks to one server of ours, over connections that it keeps.
 * @param {{ port: number, host: string, headers?: Record<string, string>, connections?: number }} where
 */
export function httpClient({ port, host, headers = {}, connections = 1 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    headers,
    close: () => agent.destroy(),
    /**
     * @param {string} method @param {string} path @param {unknown} [body] sent as JSON
     * @returns {Promise<Reply>}
     */
    ask(method, path, body) {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const sent = { host, ...(payload !== undefined && { "content-type": "application/json" }), ...headers };
      const began = performance.now();
      return new Promise((resolve, reject) => {
        const message = request({ host: "127.0.0.1", port, method, path, agent, headers: sent }, (reply) => {
          /** @type {Buffer[]} */
          const chunks = [];
          reply.on("data", (chunk) => chunks.push(chunk));
          reply.on("error", reject);
          reply.on("end", () => {
            const ms = performance.now() - began;
            resolve({ status: reply.statusCode ?? 0, bytes: Buffer.concat(chunks), ms });
          });
        });
        message.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
          // The server closed a connection that had been quiet, at the moment we took it up again.
          if (message.reusedSocket && error.code === "ECONNRESET") resolve(this.ask(method, path, body));
          else reject(error);
        });
        message.end(payload);
      });
    },
  };
}

/** @typedef {ReturnType<typeof httpClient>} Client */

/**
 * @param {Client} client @param {string} method @param {string} path under /api/v1 @param {unknown} [body]
 * @returns {Promise<any>} the answer's JSON: whoever asked knows its shape
 * @throws Error for an answer that is no success
 */
export async function askApi(client, method, path, body) {
  const { status, bytes } = await client.ask(method, `/api/v1${path}`, body);
  if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${bytes.subarray(0, 400)}`);
  return JSON.parse(bytes.toString() || "null");
}

/**
 * Signs a demonstration account in as a program.
 * @param {import("./bench-installation.mjs").Server} server @param {string} who a role
 * @param {{ connections?: number }} [how]
 */
export async function programClient({ port, rootDomain }, who, { connections = 1 } = {}) {
  const host = `demo.${rootDomain}`;
  const door = httpClient({ port, host });
  const identifier = `${who}@demo.test`;
  const { access } = await askApi(door, "POST", "/auth/login", {
    identifier,
    password: demonstrationPassword,
  });
  door.close();
  return httpClient({ port, host, connections, headers: { authorization: `Bearer ${access}` } });
}

export const demonstrationPassword = "Demo-Lab-2026-Pass!";
