import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { call, newestMail } from "./support/api";

type Example = {
  at: string;
  method: string;
  host: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  answer: string;
};

/** The examples of the page, in their order. */
function examples(): Example[] {
  const text = readFileSync("docs/coming-from.md", "utf8");
  return [...text.matchAll(/```http\n([\s\S]*?)\n\n(\d{3})(?: (.*))?\n```/g)].map((found) => {
    const [, asked = "", status = "", answer = ""] = found;
    const [first = "", ...rest] = asked.split("\n");
    const [method = "", host = "", path = ""] = /^(\w+) (\w+) (.+)$/.exec(first)?.slice(1) ?? [];
    const isHeader = (line: string) => /^[a-z-]+: /.test(line);
    const headers = rest.filter(isHeader).map((line) => line.split(/: (.*)/s).slice(0, 2));
    const body = rest.filter((line) => !isHeader(line)).join("\n");
    return {
      at: first,
      method,
      host,
      path,
      headers: Object.fromEntries(headers),
      body,
      status: Number(status),
      answer,
    };
  });
}

const hosts: Record<string, string> = { root: "", demo: "demo", northlab: "northlab", learn: "learn" };

/** What a mail carries: the code, the token of its link, or the uid of a reset's link. */
async function fromMail(what: string, to: string): Promise<string> {
  const { text } = await newestMail(to);
  if (what === "code") return /\b(\d{6})\b/.exec(text.replace(/(\d{3})\s(\d{3})/g, "$1$2"))?.[1] ?? "";
  const link = /https?:\/\/\S+(?:token=|reset-password\/)\S+/.exec(text)?.[0] ?? "";
  const reset = /reset-password\/([\w-]+)\/([\w-]+)/.exec(link);
  if (what === "uid") return reset?.[1] ?? "";
  return reset?.[2] ?? new URL(link).searchParams.get("token") ?? "";
}

async function fill(text: string, values: Map<string, string>): Promise<string> {
  let filled = text;
  for (const [whole, name = ""] of text.matchAll(/\{\{(.+?)\}\}/g)) {
    const [what = "", to] = name.split(" from ");
    const value = to ? await fromMail(what, to) : values.get(name);
    if (value === undefined || value === "") throw new Error(`Nothing stands for ${whole}.`);
    filled = filled.replace(whole, value);
  }
  return filled;
}

/** Holds an answer to its example: `…` is any value, and `{{name}}` is remembered. */
function hold(expected: unknown, got: unknown, values: Map<string, string>, at: string): void {
  if (expected === "…") {
    expect(got, at).toBeDefined();
    return;
  }
  const name = typeof expected === "string" ? /^\{\{(\w+)\}\}$/.exec(expected)?.[1] : undefined;
  if (name) {
    expect(got, at).toBeDefined();
    values.set(name, String(got));
    return;
  }
  if (Array.isArray(expected)) {
    expect(Array.isArray(got), at).toBe(true);
    for (const [nth, each] of expected.entries()) hold(each, (got as unknown[])[nth], values, at);
    return;
  }
  if (typeof expected === "object" && expected !== null) {
    expect(got, at).toEqual(expect.any(Object));
    for (const [key, each] of Object.entries(expected)) {
      hold(each, (got as Record<string, unknown>)[key], values, `${at} → ${key}`);
    }
    return;
  }
  expect(got, at).toEqual(expected);
}

test("M22 M24 every call of the five earlier systems is done here as the page says", async () => {
  const values = new Map<string, string>();
  const all = examples();
  expect(all.length).toBeGreaterThan(45);
  for (const { at, method, host, path, headers, body, status, answer } of all) {
    const line = `${method} ${await fill(path, values)}`;
    const sent = Object.fromEntries(
      await Promise.all(
        Object.entries(headers).map(async ([name, value]) => [name, await fill(value, values)]),
      ),
    );
    const reply = await call(hosts[host] ?? host, line, {
      headers: sent,
      ...(body && { body: JSON.parse(await fill(body, values)) }),
    });
    expect(reply.status, `${at}: ${reply.bytes.toString().slice(0, 600)}`).toBe(status);
    if (answer) hold(JSON.parse(answer), reply.body, values, at);
  }
});
