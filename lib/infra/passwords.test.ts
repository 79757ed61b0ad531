import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

describe("passwords", () => {
  it("are kept as Argon2id with 19 MiB, two passes, one lane, and a salt of their own", async () => {
    const [one, two] = [await hashPassword("Demo-Lab-2026-Pass!"), await hashPassword("Demo-Lab-2026-Pass!")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
    expect(await verifyPassword(one, "Demo-Lab-2026-Pass!")).toBe(true);
    expect(await verifyPassword(one, "demo-lab-2026-pass!")).toBe(false);
  });

  it("S16 are compared with a hash of nobody when there is no account, and never match it", async () => {
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
    const time = async (hash: string | null) => {
      const started = performance.now();
      await verifyPassword(hash, "Wrong-password-77");
      return performance.now() - started;
    };
    const hash = await hashPassword("Demo-Lab-2026-Pass!");
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let pair = 0; pair < 15; pair++) {
      known.push(await time(hash));
      unknown.push(await time(null));
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[7] ?? 0;
    // A shortcut would be a thousand times faster; the fine comparison is a measurement, not a unit test.
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
  });

  it("S13 longer than 1,024 bytes are refused before any work is done", async () => {
    await expect(hashPassword("ß".repeat(513))).rejects.toMatchObject({ code: "payload_too_large" });
    await expect(verifyPassword(null, "x".repeat(1025))).rejects.toMatchObject({ code: "payload_too_large" });
  });
});
