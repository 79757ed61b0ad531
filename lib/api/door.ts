import "server-only";
import { isIPv4 } from "node:net";
import type { Origin } from "@/lib/core/actor";
import { Problem } from "@/lib/core/problem";
import { env } from "@/lib/infra/env";
import { hostOf, originOf, type Place, placeOf } from "@/lib/infra/hosts";
import { requestIdOf } from "./request-id";

/** Set by instrumentation.ts from the socket, over whatever a client sent under this name. */
export const peerHeader = "x-medvuno-peer";

/** Where a request came to and from. @throws Problem "not_found" for a host that is not ours. */
export function readOrigin(
  headers: Headers,
  requestId: string = requestIdOf(headers),
): { place: Place; from: Origin } {
  const place = placeOf(headers.get("host"));
  if (!place) throw new Problem("not_found", "No laboratory answers at this address. Check how it is spelt.");
  const from = {
    host: hostOf(place),
    origin: originOf(place),
    ip: clientAddress(headers),
    device: deviceName(headers.get("user-agent")),
    requestId,
  };
  return { place, from };
}

/**
 * The client's address, counted back over the configured number of trusted proxies (S25). What stands
 * further left in X-Forwarded-For was written by the client and is ignored. IPv6 is cut to its /64.
 */
export function clientAddress(headers: Headers): string | null {
  const peer = headers.get(peerHeader);
  const { trustedProxies } = env();
  if (trustedProxies === 0) return cut(peer);
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  return cut(hops.at(-trustedProxies) || peer);
}

function cut(address: string | null): string | null {
  if (!address) return null;
  const plain = address.replace(/^::ffff:/, "");
  if (!plain.includes(":")) return isIPv4(plain) ? plain : null;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  if (groups.length !== 8 || groups.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return null;
  return `${groups.slice(0, 4).join(":")}::/64`;
}

const browsers: [RegExp, string][] = [
  [/\bEdg\//, "Edge"],
  [/\bFirefox\//, "Firefox"],
  [/\bChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/^curl\//, "curl"],
];

const systems: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** "Firefox on Windows": what a person recognises in a list of their sessions. */
function deviceName(agent: string | null): string {
  const find = (table: [RegExp, string][]) => table.find(([form]) => form.test(agent ?? ""))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "A program";
}
