import { beforeEach, describe, expect, it, vi } from "vitest";

type Kept = { value: string; options: Record<string, unknown> };

// A server that is reached by TLS.
const { jar, opened } = vi.hoisted(() => {
  process.env.ROOT_SCHEME = "https";
  return { jar: new Map<string, Kept>(), opened: [] as string[] };
});

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => jar.set(name, { value, options }),
    delete: (name: string) => jar.set(name, { value: "", options: {} }),
  }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/api/action", () => ({ holdOrigin: async () => undefined }));
vi.mock("@/lib/api/browser", () => ({ openSession: async (ticket: string) => opened.push(ticket) }));
vi.mock("@/lib/api/load", () => ({
  tryLoad: async (_op: unknown, { body }: { body: unknown }) => ({ ok: true, value: body }),
}));

const { enter } = await import("./enter");

// What the operation would answer is handed in as its body.
const go = (answer: object, next?: string) => enter({} as Parameters<typeof enter>[0], answer, next);

/** What RFC 6265bis asks of a cookie of this prefix, whether it is set or taken away. */
const ofThisHost = { httpOnly: true, sameSite: "lax", path: "/", secure: true };

beforeEach(() => {
  jar.clear();
  opened.length = 0;
});

describe("S12 the cookie of a sign-in that waits for its second step", () => {
  it("is of this host alone, over TLS alone, and out of scripts' reach", async () => {
    await expect(go({ mfaToken: "waits" }, "/orders")).rejects.toThrow(
      "to /sign-in/second-step?next=%2Forders",
    );
    expect([...jar.keys()]).toEqual(["__Host-medvuno-step"]);
    const { value, options } = jar.get("__Host-medvuno-step") ?? {};
    expect([value, options]).toEqual(["waits", { ...ofThisHost, maxAge: 600 }]);
    expect(opened).toEqual([]);
  });

  it("is taken away as it was given, which a browser asks for, once somebody is in", async () => {
    await expect(go({ mfaToken: "waits" })).rejects.toThrow("to /sign-in/second-step");
    await expect(go({ ticket: "in" })).rejects.toThrow("to /");
    expect(opened).toEqual(["in"]);
    const { value, options } = jar.get("__Host-medvuno-step") ?? {};
    expect([value, options]).toEqual(["", { ...ofThisHost, maxAge: 0 }]);
  });

  it("S9 leads whoever has no password yet to where they are told how to choose one", async () => {
    await expect(go({ ticket: "in", wantsPassword: true }, "/account")).rejects.toThrow(
      "to /register/password",
    );
    expect(opened).toEqual(["in"]);
  });

  it.each([
    "//evil.test",
    "/..//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/\t/evil.test",
  ])("S19 leads to no other place by way of %j", async (evil) => {
    await expect(go({ ticket: "in" }, evil)).rejects.toThrow(/^to \/$/);
    await expect(go({ mfaToken: "waits" }, evil)).rejects.toThrow("to /sign-in/second-step?next=%2F");
  });
});
