import { beforeEach, describe, expect, it, vi } from "vitest";

/** The address a process counts for, that runs behind so many proxies. */
async function addressBehind(proxies: number, headers: Record<string, string>): Promise<string | null> {
  vi.stubEnv("TRUSTED_PROXIES", String(proxies));
  vi.resetModules();
  const { clientAddress } = await import("./door");
  return clientAddress(new Headers(headers));
}

const peer = { "x-medvuno-peer": "203.0.113.7" };
const spoofed = ["127.0.0.1", "10.0.0.1, 10.0.0.2", "::1", "203.0.113.99", "unknown", "' or 1=1", ","];

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
  vi.stubEnv("AUTH_SECRET", "a secret of the test, long enough to be one");
});

describe("S25 the client's address", () => {
  it.each(spoofed)(
    "without a proxy is the socket's own, whatever X-Forwarded-For says: %s",
    async (forged) => {
      for (const name of ["x-forwarded-for", "x-real-ip", "forwarded", "x-client-ip", "true-client-ip"]) {
        expect(await addressBehind(0, { ...peer, [name]: forged })).toBe("203.0.113.7");
      }
    },
  );

  it.each(spoofed)(
    "behind one proxy is what that proxy wrote last, not what came before it: %s",
    async (forged) => {
      const seen = { ...peer, "x-forwarded-for": `${forged}, 198.51.100.4` };
      expect(await addressBehind(1, seen)).toBe("198.51.100.4");
    },
  );

  it("is counted back over exactly so many proxies", async () => {
    const seen = { ...peer, "x-forwarded-for": "1.1.1.1, 198.51.100.4, 192.0.2.1" };
    expect(await addressBehind(1, seen)).toBe("192.0.2.1");
    expect(await addressBehind(2, seen)).toBe("198.51.100.4");
    expect(await addressBehind(3, seen)).toBe("1.1.1.1");
  });

  it("is the socket's when a proxy that should have written something did not", async () => {
    expect(await addressBehind(1, peer)).toBe("203.0.113.7");
    expect(await addressBehind(2, { ...peer, "x-forwarded-for": "198.51.100.4" })).toBe("203.0.113.7");
  });

  it("is nobody's when it is no address", async () => {
    for (const nonsense of ["<script>", "999", "1.2.3.4.5.6.7.8", "g::1", "1:2:3"]) {
      expect(await addressBehind(1, { ...peer, "x-forwarded-for": nonsense })).toBeNull();
    }
  });

  it("of IPv6 is its /64, and of IPv4 in IPv6's clothes the IPv4", async () => {
    const of = (address: string) => addressBehind(0, { "x-medvuno-peer": address });
    expect(await of("2001:DB8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(await of("2001:db8:1:2:ffff::1")).toBe("2001:db8:1:2::/64");
    expect(await of("::1")).toBe("0:0:0:0::/64");
    expect(await of("::ffff:203.0.113.7")).toBe("203.0.113.7");
  });
});
