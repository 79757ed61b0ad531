import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { a } from "@/tests/support/a";

/** Every route that no middleware stands before: it looks at the host itself. */
const routes = ["app/api", "app/.well-known"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("route.ts"))
    .map((path) => `${folder}/${path}`),
);

/** Whoever looks after the machine asks it by any name, and hears nothing but that it is up. */
const atAnyHost = new Set(["app/api/v1/health/route.ts"]);

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function handlersOf(path: string): Promise<[string, Handler][]> {
  const file: Record<string, unknown> = await import(pathToFileURL(path).href);
  // What a route file exports under a method's name is its handler.
  return methods.flatMap((method) => (file[method] ? [[method, file[method] as Handler]] : []));
}

function ask(handler: Handler, method: string, path: string, host: string): Promise<Response> {
  const names = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => name);
  const params = Object.fromEntries(names.map((name) => [name, name === "file" ? "start.js" : newId()]));
  const address = `http://${host}/${path.slice("app/".length, -"/route.ts".length)}`;
  const takesBody = method !== "GET" && method !== "DELETE";
  const headers = {
    ...{
      host,
      "content-type": "application/json",
      "x-forwarded-host": "lims.test",
      "x-medvuno-peer": "10.4.4.4",
    },
  };
  const request = new Request(address, { method, headers, ...(takesBody && { body: "{}" }) });
  return Promise.resolve(handler(request, { params: Promise.resolve(params) }));
}

describe("S18 no route of the API is there at a host that is not ours", () => {
  it.each(routes.filter((path) => !atAnyHost.has(path)))("%s", async (path) => {
    const handlers = await handlersOf(path);
    expect(handlers.length).toBeGreaterThan(0);
    for (const [method, handler] of handlers) {
      for (const host of ["evil.test", "lims.test.evil.test", ""]) {
        const answer = await ask(handler, method, path, host);
        expect([404, 421], `${method} at ${host}: ${answer.status}`).toContain(answer.status);
        expect(await answer.text()).not.toContain("evil");
      }
    }
  });

  it.each(["app/api/schema/route.ts", "app/api/docs/route.ts", "app/.well-known/jwks.json/route.ts"])(
    "while %s is there at all of ours",
    async (path) => {
      const lab = await a.laboratory();
      const [[method, handler] = []] = await handlersOf(path);
      if (!handler || !method) throw new Error(path);
      for (const host of ["lims.test", "learn.lims.test", `${lab.ref.slug}.lims.test`]) {
        expect((await ask(handler, method, path, host)).status, host).toBe(200);
      }
    },
  );
});
