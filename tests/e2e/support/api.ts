import { request } from "node:http";
import { basePort, rootDomain } from "../../../scripts/lib/e2e-addresses.mjs";

export type Reply = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  // A story reads what the documents promise; a field that is not there fails the expectation that reads it.
  // biome-ignore lint/suspicious/noExplicitAny: the wire's JSON, asserted field by field
  body: any;
};

type Wish = { token?: string | undefined; body?: unknown; headers?: Record<string, string> };

/** One call of the real server as any program makes it. `name` is the laboratory's address name, "" the root. */
export function call(name: string, line: string, { token, body, headers = {} }: Wish = {}): Promise<Reply> {
  const [method = "GET", path = "/"] = line.split(" ");
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const message = request(
      {
        host: "127.0.0.1",
        port: basePort,
        method,
        path: /^\/(dev|api)(\/|$)/.test(path) ? path : `/api/v1${path}`,
        headers: {
          host: name ? `${name}.${rootDomain}` : rootDomain,
          ...(token && { authorization: `Bearer ${token}` }),
          ...(payload !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk: Buffer) => chunks.push(chunk));
        reply.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const isJson = String(reply.headers["content-type"]).includes("json");
          const body = isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : null;
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, bytes, body });
        });
      },
    );
    message.on("error", reject);
    message.end(payload);
  });
}

/** The newest mail to somebody, as the built-in mailbox shows it. */
export async function newestMail(to: string): Promise<{ subject: string; text: string; html: string }> {
  const { body } = await call("", `GET /dev/mail.json?to=${encodeURIComponent(to)}`);
  const [newest] = body;
  if (!newest) throw new Error(`No mail to ${to}.`);
  return newest;
}

/** A person of a laboratory, signed in as a program is. */
export type Caller = (line: string, wish?: Omit<Wish, "token">) => Promise<Reply>;

export function caller(name: string, token: string): Caller {
  return (line, wish = {}) => call(name, line, { ...wish, token });
}

/** Signs in with a password. */
export async function signIn(name: string, identifier: string, password: string): Promise<Caller> {
  const { status, body } = await call(name, "POST /auth/login", { body: { identifier, password } });
  if (status !== 200) throw new Error(`${identifier} could not sign in: ${JSON.stringify(body)}`);
  return caller(name, body.access);
}
