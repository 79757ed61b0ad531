import { createHmac } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { rotateSigningKeys } from "@/lib/accounts/operations/rotate-signing-keys";
import { job } from "@/lib/api/job";
import { now } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";
import { publicKeySet } from "./signing-keys";
import { signAccessToken, signingKey, verifyAccessToken } from "./tokens";

const origin = "https://demo.lims.test";
const claims = {
  origin,
  accountId: newId(),
  sessionId: newId(),
  laboratory: newId(),
  roles: ["technician"],
  seed: "seed",
};
const own = expect.objectContaining({ accountId: claims.accountId, sessionId: claims.sessionId });

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const read = (token: string, at: 0 | 1) =>
  JSON.parse(Buffer.from(token.split(".")[at] ?? "", "base64url").toString());

let kid = "";
let kidsOfAll: string[] = [];

beforeAll(async () => {
  // Three processes that start at the same moment on a database without a key.
  const starting = await Promise.all(
    [1, 2, 3].map(() => {
      vi.resetModules();
      return import("./tokens");
    }),
  );
  kidsOfAll = await Promise.all(starting.map(async (each) => (await each.signingKey()).kid));
  kid = (await signingKey()).kid;
});

async function token(changes: Partial<typeof claims> = {}) {
  return signAccessToken(await signingKey(), { ...claims, ...changes, issuedAt: new Date() });
}

/** A token whose every claim is right, signed as the attack wants it. */
function forged(header: Record<string, unknown>) {
  const seconds = Math.floor(Date.now() / 1000);
  return new SignJWT({ sid: claims.sessionId, lab: claims.laboratory, roles: ["administrator"] })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid, ...header })
    .setIssuer(origin)
    .setAudience(`${origin}/api`)
    .setSubject(claims.accountId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 900)
    .setJti("jti");
}

describe("S11 an access token", () => {
  it("says at+jwt, its key, this host, the person, the session, the laboratory and the roles", async () => {
    const made = await token();
    expect(read(made, 0)).toEqual({ alg: "ES256", typ: "at+jwt", kid });
    expect(read(made, 1)).toEqual({
      iss: origin,
      aud: `${origin}/api`,
      sub: claims.accountId,
      sid: claims.sessionId,
      lab: claims.laboratory,
      roles: ["technician"],
      iat: expect.any(Number),
      exp: read(made, 1).iat + 900,
      jti: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(await verifyAccessToken(made, origin)).toEqual(own);
  });

  it("is none on another host, also when it was valid on its own a moment ago", async () => {
    const made = await token();
    expect(await verifyAccessToken(made, "https://next.lims.test")).toBeNull();
    expect(await verifyAccessToken(made, origin)).toEqual(own);
    expect(await verifyAccessToken(made, "https://next.lims.test")).toBeNull();
    expect(await verifyAccessToken(made, "http://demo.lims.test")).toBeNull();
  });

  it("runs out after 15 minutes, also when it was seen before", async () => {
    const made = await token();
    expect(await verifyAccessToken(made, origin)).toEqual(own);
    a.clock(new Date(Date.now() + 899_000));
    expect(await verifyAccessToken(made, origin)).toEqual(own);
    a.clock(new Date(Date.now() + 901_000));
    expect(await verifyAccessToken(made, origin)).toBeNull();
  });

  it("is refused without a signature, and when one letter of it was changed", async () => {
    const made = await token();
    const [head = "", body = "", signature = ""] = made.split(".");
    const raised = part({ ...read(made, 1), roles: ["administrator"], sub: newId() });
    const flipped = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
    for (const alg of ["none", "None", "NONE", ""]) {
      expect(await verifyAccessToken(`${part({ alg, typ: "at+jwt", kid })}.${body}.`, origin)).toBeNull();
      expect(
        await verifyAccessToken(`${part({ alg, typ: "at+jwt", kid })}.${body}.${signature}`, origin),
      ).toBeNull();
    }
    for (const attack of [
      `${head}.${body}.`,
      `${head}.${body}`,
      `${head}.${raised}.${signature}`,
      `${head}.${body}.${flipped}`,
    ]) {
      expect(await verifyAccessToken(attack, origin)).toBeNull();
    }
    for (const nonsense of ["", ".", "..", "a.b.c", "x".repeat(4000)]) {
      expect(await verifyAccessToken(nonsense, origin)).toBeNull();
    }
  });

  it("is refused when the public key was used as a shared secret", async () => {
    const [jwk] = (await publicKeySet()).keys;
    const body = part(read(await token(), 1));
    const head = part({ alg: "HS256", typ: "at+jwt", kid });
    for (const secret of [JSON.stringify(jwk), String(jwk?.x), String(jwk?.y)]) {
      const signature = createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url");
      expect(await verifyAccessToken(`${head}.${body}.${signature}`, origin)).toBeNull();
    }
  });

  it("is refused when it brings or names a key of its own", async () => {
    const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
    const jwk = await exportJWK(publicKey);
    const attacks = [
      {},
      { jwk },
      { jku: "https://evil.test/jwks.json" },
      { x5u: "https://evil.test/x" },
      { kid: "other", jwk },
      { kid: "other" },
      { crit: ["b64"], b64: true },
      { x5c: ["MIIB"], "x5t#S256": "x" },
      { kid: undefined, jwk },
      { kid: "../../dev/null" },
    ];
    for (const header of attacks) {
      expect(await verifyAccessToken(await forged(header).sign(privateKey), origin)).toBeNull();
    }
  });

  it("is refused with another type, issuer, audience or a claim missing, though our own key signed it", async () => {
    const { sign } = await signingKey();
    expect(await verifyAccessToken(await forged({}).sign(sign), origin)).toEqual(own);
    for (const typ of ["JWT", undefined, "logout+jwt"]) {
      expect(await verifyAccessToken(await forged({ typ }).sign(sign), origin)).toBeNull();
    }
    const wrong = [
      forged({}).setIssuer("https://evil.test"),
      forged({}).setAudience("https://next.lims.test/api"),
      forged({}).setExpirationTime(1),
      new SignJWT({ sid: claims.sessionId })
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid })
        .setIssuer(origin)
        .setAudience(`${origin}/api`)
        .setSubject(claims.accountId),
    ];
    for (const each of wrong) expect(await verifyAccessToken(await each.sign(sign), origin)).toBeNull();
  });
});

describe("the signing key", () => {
  it("is made once, however many processes start together, and its private half is never stored in clear", async () => {
    expect(kidsOfAll).toEqual([kid, kid, kid]);
    const rows = await inPlatform(
      { laboratoryId: null, accountId: null },
      async (db) => await db.signingKey.findMany(),
    );
    expect(rows.length).toBe(1);
    expect(rows[0]?.privateJwe.split(".").length).toBe(5);
    const { keys } = await publicKeySet();
    expect(keys).toEqual([
      {
        kty: "EC",
        crv: "P-256",
        alg: "ES256",
        use: "sig",
        kid,
        x: expect.any(String),
        y: expect.any(String),
      },
    ]);
  });

  it("changes every 30 days: published before it signs, and verifying until its last token is over", async () => {
    const minute = 60_000;
    const day = 24 * 60 * minute;
    const clock = a.clock(new Date());
    const stolen = await signingKey();
    const rotate = () => job(rotateSigningKeys, null, {});
    const kids = async () => (await publicKeySet()).keys.map((key) => key.kid);
    const signsWith = async () => (await signingKey()).kid;

    clock.pass(29 * day);
    expect(await rotate()).toEqual({ rotated: false });
    clock.pass(day + minute);
    // Two carriers that run the schedule at the same moment make one key between them.
    const both = await Promise.all([rotate(), rotate()]);
    expect(both.filter(({ rotated }) => rotated).length).toBe(1);

    const [next = "", ...older] = await kids();
    expect(older).toEqual([kid]);
    expect(await signsWith()).toBe(kid);
    clock.pass(9 * minute);
    expect(await signsWith()).toBe(kid);
    clock.pass(50_000);
    const last = await signAccessToken(await signingKey(), { ...claims, issuedAt: now() });
    expect(read(last, 0).kid).toBe(kid);

    clock.pass(minute + 10_000);
    expect(await signsWith()).toBe(next);
    clock.pass(12 * minute);
    expect(await verifyAccessToken(last, origin)).toEqual(own);
    expect(await kids()).toEqual([next, kid]);
    clock.pass(20 * minute);
    expect(await kids()).toEqual([next]);
    // Somebody who has the old key signs as he likes, and is not believed.
    const late = await signAccessToken(stolen, { ...claims, seed: "late", issuedAt: now() });
    expect(await verifyAccessToken(late, origin)).toBeNull();
    const fresh = await signAccessToken(await signingKey(), { ...claims, issuedAt: now() });
    expect(await verifyAccessToken(fresh, origin)).toEqual(own);
  });
});
