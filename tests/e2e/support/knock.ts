import { request } from "node:http";
import { basePort } from "../../../scripts/lib/e2e-addresses.mjs";

type Knock = { method?: string; headers?: Record<string, string>; body?: Buffer };

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** One request as no browser would send it: to any host that is written in it, with any header. */
export function knock(
  host: string,
  path: string,
  { method = "GET", headers = {}, body }: Knock = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const message = request(
      { host: "127.0.0.1", port: basePort, method, path, headers: { ...headers, host } },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk: Buffer) => chunks.push(chunk));
        reply.on("end", () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    message.on("error", reject);
    message.end(body);
  });
}
