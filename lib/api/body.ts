import { Problem } from "@/lib/core/problem";

const defaultLimit = 256 * 1024;
const deepest = 24;

/**
 * The JSON body of a request, its size and depth held to their limits while it is read (S27).
 * @throws Problem "payload_too_large", "unsupported_media_type" or "malformed_request".
 */
export async function readJson(request: Request, limit: number = defaultLimit): Promise<unknown> {
  const type = request.headers.get("content-type");
  const text = await readText(request, limit);
  if (text === "") return {};
  if (!type || !/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) {
    throw new Problem("unsupported_media_type", "Send JSON with Content-Type: application/json.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem("malformed_request", "The body is not JSON. Check its brackets, quotes and commas.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("malformed_request", "The body must be a JSON object.");
  }
  holdDepth(value, 0);
  return value;
}

/** @throws Problem "payload_too_large", or "malformed_request" for what is no UTF-8. */
export async function readText(request: Request, limit: number): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > limit) throw tooLarge(limit);
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge(limit);
    }
    chunks.push(read.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Problem("malformed_request", "The body is not valid UTF-8.");
  }
}

function tooLarge(limit: number): Problem {
  return new Problem("payload_too_large", `Send at most ${Math.floor(limit / 1024)} kB at once.`);
}

function holdDepth(value: unknown, depth: number): void {
  if (value === null || typeof value !== "object") return;
  if (depth > deepest) throw new Problem("malformed_request", "The body is nested too deeply.");
  for (const each of Object.values(value)) holdDepth(each, depth + 1);
}
