import { availableParallelism } from "node:os";
import { expect, it, vi } from "vitest";
import { verifyPassword } from "./passwords";

// Hashes that end when the test says so: what is tried here is the queue before them.
const argon = vi.hoisted(() => ({ running: 0, atMost: 0, ends: [] as (() => void)[] }));

vi.mock("@node-rs/argon2", () => ({
  verify: async () => {
    argon.running += 1;
    argon.atMost = Math.max(argon.atMost, argon.running);
    await new Promise<void>((end) => argon.ends.push(end));
    argon.running -= 1;
    return true;
  },
}));

it("S13 hashes one password per core at a time, in turn, and sends away whom it could not serve soon", async () => {
  const cores = availableParallelism();
  const served: number[] = [];
  const all = Array.from({ length: cores + 500 + 3 }, async (_, at) => {
    await verifyPassword("$argon2id$hash", "Wrong-password-77");
    served.push(at);
  });
  const settled = Promise.allSettled(all);
  while (served.length < cores + 500) {
    await new Promise(setImmediate);
    argon.ends.shift()?.();
  }
  const refused = (await settled).filter((each) => each.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(["unavailable", "unavailable", "unavailable"]);
  expect(argon.atMost).toBe(cores);
  expect(served).toEqual(Array.from({ length: cores + 500 }, (_, at) => at));
});
