import { describe, expect, it } from "vitest";
import { noBurst, withKey } from "./scan-burst";

function pressed(keys: readonly string[], everyMs: number) {
  let burst = noBurst;
  let scanned: string | null = null;
  keys.forEach((key, index) => {
    ({ burst, scanned } = withKey(burst, key, 1000 + index * everyMs));
  });
  return scanned;
}

describe("a scanner that types into another field", () => {
  it("is known by its speed, and its tube is not lost", () => {
    expect(pressed([..."261120-00042-1", "Enter"], 8)).toBe("261120-00042-1");
    expect(pressed([..."lab-00042-1", "Tab"], 8)).toBe("LAB-00042-1");
  });

  it("is known with the Shift of its capitals between", () => {
    expect(pressed(["L", "Shift", "A", "Shift", "B", "-", "4", "2", "-", "1", "Enter"], 8)).toBe("LAB-42-1");
  });

  it("is not a person who types a time", () => {
    expect(pressed([..."0620", "Enter"], 120)).toBeNull();
    expect(pressed([..."20112026", "Enter"], 90)).toBeNull();
  });

  it("is not a short number however fast it comes", () => {
    expect(pressed([..."0620", "Enter"], 5)).toBeNull();
  });
});
