import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { openApiDocument } from "@/lib/api/openapi";
import { registry } from "@/lib/api/registry";
import { snakeName, snakePath, turnKeys } from "@/lib/api/wire";
import { permissionsOf, type Role, roleNames } from "@/lib/core/access";
import type { AnyOperation } from "@/lib/infra/operation";
import { a } from "@/tests/support/a";
import { bodiesOf } from "@/tests/support/bodies";
import { expectProblem } from "@/tests/support/expect-problem";
import { aJourney, type Journey, type Slots } from "@/tests/support/journey";
import { type ProblemBody, send, type Wish } from "@/tests/support/request";
import { asOwner, rowsOf } from "@/tests/support/rows-of";
import { signIn, signInAtRoot } from "@/tests/support/signed-in";
import { forgottenIds, neverWas, paramsOf, type Slot, slotsOf } from "@/tests/support/slots";

// Hundreds of requests of one person in a minute are what this file is about; limits are told elsewhere.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

const called = registry.filter((op) => op.http !== "page").map((op) => [op.http, op] as const);
const isOpen = (op: AnyOperation) => typeof op.permission === "object" && op.permission.who === "anyone";
const isOperators = (op: AnyOperation) =>
  typeof op.permission === "object" && op.permission.who === "operator";
const takesBody = ([, op]: (typeof called)[number]) => !/^(GET|DELETE) /.test(op.http);
const closed = called.filter(([, op]) => !isOpen(op));
const guarded = called.filter(([, op]) => typeof op.permission === "string");
const withBody = called.filter(takesBody);

let harbour: Journey;
let river: Journey;
const tokens = new Map<Role, string>();
/** Of somebody who runs the installation, at the root address. */
let operatorToken: string;

beforeAll(async () => {
  harbour = await aJourney("Harbour");
  river = await aJourney("River", { after: 3 });
  for (const role of roleNames) {
    const person = await harbour.lab.member(role);
    tokens.set(role, (await signIn(harbour.lab, person.email)).access);
  }
  operatorToken = (await signInAtRoot((await a.operator()).email)).access;
}, 60_000);

const hostOf = (op: AnyOperation) =>
  op.id.startsWith("laboratories.") || isOperators(op) ? "lims.test" : `${harbour.lab.ref.slug}.lims.test`;
const tokenOf = (op: AnyOperation) =>
  isOpen(op) ? undefined : isOperators(op) ? operatorToken : harbour.token;

/** At the harbour's address, by somebody who may do everything there, with the harbour's own ids. */
function ask(op: AnyOperation, wish: Partial<Wish> = {}): Promise<Response> {
  return send(op, {
    host: hostOf(op),
    token: tokenOf(op),
    params: paramsOf(op, harbour.slots),
    ...wish,
    headers: { ...(op.ifMatch === "required" && { "if-match": '"1"' }), ...wish.headers },
  });
}

describe("S17 signed out", () => {
  it.each(closed)("%s asks to sign in", async (_, op) => {
    const said = await ask(op, { token: undefined }).then((answer) =>
      expectProblem(answer, "unauthenticated"),
    );
    expect(said.detail).toBe("Sign in to do this.");
  });

  it.each(closed)("S6 %s does not know another laboratory's token", async (_, op) => {
    await expectProblem(await ask(op, { token: river.token }), "unauthenticated");
    await expectProblem(await ask(op, { headers: { authorization: "Basic YTpi" } }), "unauthenticated");
  });

  it.each(closed)("S20 %s ignores cookies", async (_, op) => {
    const headers = { cookie: `medvuno=${harbour.token}; __Host-medvuno=${harbour.token}` };
    await expectProblem(await ask(op, { token: undefined, headers }), "unauthenticated");
  });
});

describe("S17 a role without the permission", () => {
  it.each(guarded)("is refused %s, and every role with it passes", async (_, op) => {
    for (const role of roleNames) {
      const may = permissionsOf([role]).has(op.permission as never);
      const token = tokens.get(role);
      // Nothing can be parsed of the first: whoever gets that far was let in.
      if (may) {
        const answer = await ask(op, { token, raw: "{", query: "never_heard_of=1" });
        expect(answer.status, role).toBe(400);
      } else {
        await expectProblem(await ask(op, { token }), "forbidden", role);
      }
    }
  });
});

describe("S26 what is not known", () => {
  it.each(called)("%s refuses a query parameter by its name", async (_, op) => {
    const said = await expectProblem(await ask(op, { query: "never_heard_of=1" }), "malformed_request");
    expect(said.detail).toContain('"never_heard_of"');
    await expectProblem(await ask(op, { query: "a=1&a=2" }), "malformed_request");
  });

  it.each(withBody)("%s refuses body fields by their names, at every level", async (_, op) => {
    for (const body of bodiesOf(op, harbour.slots)) {
      for (const path of objectsOf(body)) {
        const where = [...path, "neverHeardOf"].join(".");
        const answer = await ask(op, { body: withField(body, path, "neverHeardOf", 1) });
        if (path.includes("body")) {
          // One item of many is refused by itself.
          expect(await answer.json()).toMatchObject({ data: [{ ok: false }] });
          continue;
        }
        const { errors = {} } = await expectProblem(answer, "validation_failed", where);
        expect(errors, where).toHaveProperty([snakePath(where)]);
      }
    }
  });

  it.each(withBody)("%s cannot be told who one is, nor what only the laboratory says", async (_, op) => {
    const [body = {}] = bodiesOf(op, harbour.slots);
    const claims = {
      ...{ id: harbour.slots.orderId, laboratory_id: river.lab.ref.id, account_id: "1", is_operator: true },
      ...{ verified: true, role: "administrator", state: "released", created_at: "2020-01-01T00:00:00Z" },
      ...{ constructor: { prototype: { polluted: true } }, camelCase: 1 },
    };
    const sent = { ...(turnKeys(body, snakeName) as object), ...claims };
    const raw = JSON.stringify(sent).replace(/}$/, ',"__proto__":{"polluted":true}}');
    const { errors = {} } = await expectProblem(await ask(op, { raw }), "validation_failed");
    expect(Object.keys(errors)).toEqual(
      expect.arrayContaining([...Object.keys(claims), "__proto__"].map(snakePath)),
    );
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("change control", () => {
  it.each(called.filter(([, op]) => op.ifMatch === "required"))("%s asks which version", async (_, op) => {
    await expectProblem(await send(op, plain(op)), "precondition_required");
    await expectProblem(await ask(op, { headers: { "if-match": "3" } }), "malformed_request");
  });

  function plain(op: AnyOperation): Wish {
    const [body = {}] = bodiesOf(op, harbour.slots);
    return { host: hostOf(op), token: tokenOf(op), params: paramsOf(op, harbour.slots), body };
  }
});

describe("S5 another laboratory's record", () => {
  it.each(called)("%s knows every place of its input that takes an id", (_, op) => {
    expect(forgottenIds(op, harbour.slots)).toEqual([]);
  });

  const ofLaboratories = called.filter(
    // Operators work on the root host, where every laboratory is theirs to see.
    ([, op]) => !isOperators(op) && (op.scope === "laboratory" || op.http.includes("{")),
  );

  // Before the next, which takes away what stands in the paths.
  it.each(ofLaboratories.filter(takesBody))(
    "named in the body of %s, answers byte for byte as one that never was",
    async (_, op) => {
      // An order at work has its draft already; everything else needs one that is at work.
      const own = op.id === "invoices.create" ? harbour.slots : harbour.open;
      const slots = slotsOf(op, own).filter(({ where }) => !where.startsWith("{"));
      await compare(op, slots, own, await currentVersion(op));
    },
  );

  it.each(ofLaboratories)(
    "in the path or query of %s, answers byte for byte as one that never was",
    async (_, op) => {
      const slots = slotsOf(op, harbour.slots).filter(({ where }) => /^[{?]/.test(where));
      await compare(op, slots, harbour.slots, '"1"');
    },
  );

  async function compare(op: AnyOperation, slots: Slot[], own: Slots, version: string): Promise<void> {
    const before = await rowsOf(river.lab.ref.id);
    const missing: string[] = [];
    for (const slot of slots) {
      const theirs = await print(slot, river.slots[slot.holds]);
      expect(theirs, slot.where).toEqual(await print(slot, neverWas(slot.holds)));
      missing.push(theirs);
    }
    expect(await rowsOf(river.lab.ref.id)).toEqual(before);
    // One's own answers otherwise: else the two would be alike for another reason.
    const answers = new Map<string, string>();
    for (const [index, slot] of slots.entries()) {
      const request = JSON.stringify(slot.with(own[slot.holds]));
      const answer = answers.get(request) ?? (await print(slot, own[slot.holds]));
      answers.set(request, answer);
      expect(answer, `${slot.where} with one's own id`).not.toEqual(missing[index]);
    }

    async function print(slot: Slot, value: string): Promise<string> {
      const headers = {
        "x-request-id": "the-same-for-both",
        ...(op.ifMatch === "required" && { "if-match": version }),
      };
      const answer = await ask(op, { ...slot.with(value), headers });
      expect(answer.status, slot.where).toBeLessThan(500);
      const text = (await answer.text()).replaceAll(value, "·").replace(/"timestamp":"[^"]*"/, "");
      return JSON.stringify([answer.status, [...answer.headers], text]);
    }
  }

  async function currentVersion(op: AnyOperation): Promise<string> {
    const [name, id] = Object.entries(paramsOf(op, harbour.open)).at(-1) ?? [];
    if (op.ifMatch !== "required" || !name || !id) return '"1"';
    const named: Record<string, string> = { orderId: "orders", clinicianId: "provider_profile" };
    const table = named[name] ?? name.replace(/Id$/, "");
    const key = name === "clinicianId" ? "account_id" : "id";
    const [row] = await asOwner<{ version: number }>(`select version from ${table} where ${key} = $1`, [id]);
    return `"${row?.version ?? 1}"`;
  }
});

describe("S27 a body that is none", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const bad = [
    ["not JSON", { raw: '{"a":' }, "malformed_request"],
    ["a list", { raw: "[]" }, "malformed_request"],
    ["a text", { raw: '"a"' }, "malformed_request"],
    ["null", { raw: "null" }, "malformed_request"],
    ["bad UTF-8", { raw: bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d) }, "malformed_request"],
    ["nested 200 deep", { raw: `{"a":${"[".repeat(200)}${"]".repeat(200)}}` }, "malformed_request"],
    [
      "nested 100,000 deep",
      { raw: `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}` },
      "malformed_request",
    ],
    [
      "a form",
      { raw: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
      "unsupported_media_type",
    ],
    ["of no kind", { raw: "{}", headers: { "content-type": "text/plain" } }, "unsupported_media_type"],
  ] as const;

  it.each(withBody)("%s refuses it in words", async (_, op) => {
    for (const [what, wish, code] of bad) await expectProblem(await ask(op, wish), code, what);
    const kilobytes = (op.bodyLimit ?? 256 * 1024) / 1024 + 44;
    const large = JSON.stringify({ a: "x".repeat(kilobytes * 1024) });
    await expectProblem(await ask(op, { raw: large }), "payload_too_large");
  });

  it.each(withBody)("%s takes nothing of the wrong kind, and never breaks over it", async (_, op) => {
    const wrong = [null, {}, [], true, -1, 1e300, "a\u0000b", "\ud800", "x".repeat(70_000), ["\u0000"]];
    // Ids that never were: most of what is let through finds nothing to change.
    const params = Object.fromEntries(
      Object.keys(paramsOf(op, harbour.slots)).map((name) => [name, neverWas(name as never)]),
    );
    for (const body of bodiesOf(op, harbour.slots)) {
      for (const path of leavesOf(body)) {
        for (const value of wrong) {
          const parent = path.slice(0, -1);
          const answer = await ask(op, { params, body: withField(body, parent, String(path.at(-1)), value) });
          expect(answer.status, `${path.join(".")} = ${JSON.stringify(value).slice(0, 30)}`).toBeLessThan(
            500,
          );
          if (isUnprintable(value)) await expectRefused(answer, path.join("."));
        }
      }
    }
  });
});

describe("S27 an address that is none", () => {
  const strange = ["\u0000", "a\u0000b", "..", "x".repeat(5_000), "\ud83d\ude00", "' or 1=1 --", "%", "null"];

  it.each(called.filter(([, op]) => op.http.includes("{")))("%s answers in words", async (_, op) => {
    const params = paramsOf(op, harbour.slots);
    for (const name of Object.keys(params)) {
      for (const value of strange) {
        const answer = await ask(op, { params: { ...params, [name]: value } });
        expect(answer.status, `${name} = ${value.slice(0, 20)}`).toBeLessThan(500);
      }
    }
  });

  it.each(called.filter(([, op]) => op.input.query))("%s takes no strange parameter", async (_, op) => {
    const { properties = {} } = z.toJSONSchema(op.input.query ?? z.object(), { io: "input" });
    for (const name of Object.keys(properties)) {
      for (const value of strange) {
        const answer = await ask(op, { query: { [name]: value } });
        expect(answer.status, `${name} = ${value.slice(0, 20)}`).toBeLessThan(500);
      }
    }
  });
});

describe("M9 the documented shape", () => {
  const document = openApiDocument() as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };

  it.each(called)("%s documents every way it is refused above", (_, op) => {
    const [method = "", template = ""] = op.http.split(" ");
    const path = `/api/v1${template.replaceAll(/\{(\w+)\}/g, (_, name: string) => `{${snakeName(name)}}`)}`;
    const told = Object.keys(document.paths[path]?.[method.toLowerCase()]?.responses ?? {});
    const due = ["400", "429", "500"];
    if (!isOpen(op)) due.push("401", "403");
    if (op.http.includes("{")) due.push("404");
    if (takesBody([op.http, op])) due.push("413", "415", "422");
    if (op.ifMatch === "required") due.push("412", "428");
    expect(told).toEqual(expect.arrayContaining(due));
  });
});

type Path = (string | number)[];

/** Every object within a value, the value itself first. */
function objectsOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => objectsOf(each, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return [path, ...Object.entries(value).flatMap(([key, each]) => objectsOf(each, [...path, key]))];
}

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

function withField(value: unknown, path: Path, name: string, field: unknown): object {
  const copy = structuredClone(value) as object;
  const inner = path.reduce((each: object, step) => Reflect.get(each, step), copy);
  Reflect.set(inner, name, field);
  return copy;
}

function isUnprintable(value: unknown): boolean {
  return typeof value === "string" && (value.includes("\u0000") || !value.isWellFormed());
}

async function expectRefused(answer: Response, where: string): Promise<void> {
  const body = (await answer.json()) as ProblemBody | { data: { ok: boolean }[] };
  if ("data" in body) expect(body.data[0]?.ok, where).toBe(false);
  else expect(answer.status, where).toBeGreaterThanOrEqual(400);
}
