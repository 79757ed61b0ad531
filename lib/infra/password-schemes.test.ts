import { describe, expect, it } from "vitest";
import { kindOfHash, matchesHash } from "./password-schemes";
import { hashPassword, isOutdated, verifyPassword } from "./passwords";

const password = "SecurePassword123!";

// Made by bcrypt and by Django, not by us.
const bcrypt = "$2b$12$bEo2s3hSB2jO6JM3vq0xLevmCtPB8/dz57ud4M0n9lmr3YSpdNm6W";
const django = "pbkdf2_sha256$260000$seasalt99$c/2ZEQb1lXW9drrxUEstarJUnW6IfGFc3QF3Bt3kK5s=";

describe("hashes that accounts bring along", () => {
  it.each([
    ["bcrypt", bcrypt],
    ["bcrypt as PHP marks it", bcrypt.replace("$2b", "$2y")],
    ["Django's PBKDF2", django],
  ])("M24 %s is right for its password and for no other", async (_, hash) => {
    expect(await verifyPassword(hash, password)).toBe(true);
    expect(await verifyPassword(hash, `${password}x`)).toBe(false);
    expect(isOutdated(hash)).toBe(true);
  });

  it.each([
    "",
    "!",
    "plain",
    "$2b$31$bEo2s3hSB2jO6JM3vq0xLevmCtPB8/dz57ud4M0n9lmr3YSpdNm6W",
    "$2b$12$tooshort",
    "pbkdf2_sha256$99999999$seasalt99$c/2ZEQb1lXW9drrxUEstarJUnW6IfGFc3QF3Bt3kK5s=",
    "pbkdf2_sha256$0$seasalt99$c/2ZEQb1lXW9drrxUEstarJUnW6IfGFc3QF3Bt3kK5s=",
    "pbkdf2_sha1$1000$seasalt99$c/2ZEQb1lXW9drrxUEstarJUnW6IfGFc3QF3Bt3kK5s=",
    "md5$seasalt99$0123456789abcdef0123456789abcdef",
  ])("%j is nobody's hash, and costs nothing to refuse", async (hash) => {
    const started = performance.now();
    expect(await matchesHash(hash, password)).toBe(false);
    expect(performance.now() - started).toBeLessThan(50);
  });

  it("tells kinds that take differently long apart, and those that take as long not", () => {
    expect(
      new Set([kindOfHash(bcrypt), kindOfHash(bcrypt.replace("$12$", "$10$")), kindOfHash(django)]).size,
    ).toBe(3);
    expect(kindOfHash(bcrypt)).toBe(kindOfHash(bcrypt.replace("$2b", "$2y")));
  });

  it("S16 are worked on for every name while some account has one, so that the time tells nothing", async () => {
    const own = await hashPassword(password);
    const time = async (hash: string | null) => {
      const started = performance.now();
      await verifyPassword(hash, "Wrong-password-77", [django]);
      return performance.now() - started;
    };
    const times = new Map<string, number[]>();
    for (let round = 0; round < 9; round += 1) {
      for (const [name, hash] of [
        ["own", own],
        ["django", django],
        ["nobody", null],
      ] as const) {
        times.set(name, [...(times.get(name) ?? []), await time(hash)]);
      }
    }
    const medians = [...times.values()].map((each) => each.toSorted((a, b) => a - b)[4] ?? 0);
    // Without the stand-in it would be several times quicker; the fine comparison is a measurement.
    expect(Math.max(...medians)).toBeLessThan(Math.min(...medians) * 1.7);
  });
});
