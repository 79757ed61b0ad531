import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ensureRedis } from "../../scripts/lib/redis.mjs";

export type Upstash = {
  url: string;
  token: string;
  /** Answers nothing from now on, as a network does that loses packets. */
  hang(): void;
  /** Refuses everything from now on. */
  fail(): void;
  work(): void;
  stop(): Promise<void>;
};

/** Debian's redis-server behind a few lines of HTTP of the shape that Upstash speaks. */
export async function startUpstash(): Promise<Upstash> {
  const folder = await mkdtemp(join(tmpdir(), "medvuno-redis-"));
  const path = join(folder, "redis.sock");
  const options = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", folder];
  const redis = spawn(ensureRedis(), options, { stdio: "ignore" });
  const ended = once(redis, "exit");
  const socket = await reach(path, () => redis.exitCode === null);
  const ask = redisClient(socket);

  let state: "works" | "hangs" | "fails" = "works";
  const token = "a-token-of-the-test";
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (state === "hangs") return;
    if (state === "fails") return answer(500, { error: "ERR the test says so" });
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { error: "Unauthorized" });
    const result = await ask(await readCommand(request));
    if (result instanceof Error) return answer(400, { error: result.message });
    return answer(200, { result });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a port, so its address is one of TCP.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    hang: () => {
      state = "hangs";
    },
    fail: () => {
      state = "fails";
    },
    work: () => {
      state = "works";
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      socket.destroy();
      redis.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A connection, as soon as there is one: the socket's file is there a moment before anybody listens. */
async function reach(path: string, isAlive: () => boolean): Promise<Socket> {
  for (let tries = 0; tries < 400 && isAlive(); tries += 1) {
    const socket = connect(path);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    if (isOpen) return socket;
    await wait(25);
  }
  throw new Error("redis-server did not start.");
}

async function readCommand(request: IncomingMessage): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const command: unknown = JSON.parse(Buffer.concat(chunks).toString());
  if (!Array.isArray(command)) throw new Error("A command is a list.");
  return command.map(String);
}

type Reply = number | string | null | Error | Reply[];

/** Commands over one connection, answered in their order (RESP 2). */
function redisClient(socket: Socket): (command: string[]) => Promise<Reply> {
  const waiting: ((reply: Reply) => void)[] = [];
  let received = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (let read = readReply(received, 0); read; read = readReply(received, 0)) {
      received = received.subarray(read.end);
      waiting.shift()?.(read.reply);
    }
  });
  return (command) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
      socket.write(`*${command.length}\r\n${parts.join("")}`);
    });
}

/** One reply at a place in the stream; null while it has not arrived whole. */
function readReply(bytes: Buffer, from: number): { reply: Reply; end: number } | null {
  const lineEnd = bytes.indexOf("\r\n", from);
  if (lineEnd < 0) return null;
  const kind = String.fromCharCode(bytes[from] ?? 0);
  const text = bytes.toString("utf8", from + 1, lineEnd);
  const end = lineEnd + 2;
  if (kind === "+") return { reply: text, end };
  if (kind === "-") return { reply: new Error(text), end };
  if (kind === ":") return { reply: Number(text), end };
  const length = Number(text);
  if (length < 0) return { reply: null, end };
  if (kind === "$") {
    if (bytes.length < end + length + 2) return null;
    return { reply: bytes.toString("utf8", end, end + length), end: end + length + 2 };
  }
  const replies: Reply[] = [];
  let at = end;
  for (let each = 0; each < length; each += 1) {
    const read = readReply(bytes, at);
    if (!read) return null;
    replies.push(read.reply);
    at = read.end;
  }
  return { reply: replies, end: at };
}
