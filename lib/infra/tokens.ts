import { decodeProtectedHeader, jwtVerify, SignJWT } from "jose";
import { now } from "@/lib/core/clock";
import { keyed, tokenHash } from "./secrets";
import { accessSeconds, publicKey, type SigningKey, signingAlgorithm } from "./signing-keys";

export { accessSeconds, type SigningKey, signingKey } from "./signing-keys";

const type = "at+jwt";

/** What an access token says. Only its session row makes it true; roles are for readers, never for us. */
export type AccessClaims = {
  origin: string;
  accountId: string;
  sessionId: string;
  laboratory: string | null;
  roles: string[];
  issuedAt: Date;
  /** What makes this token one: the same seed writes the same id. */
  seed: string;
};

export async function signAccessToken(key: SigningKey, claims: AccessClaims): Promise<string> {
  const issuedAt = Math.floor(claims.issuedAt.getTime() / 1000);
  return new SignJWT({ sid: claims.sessionId, lab: claims.laboratory, roles: claims.roles })
    .setProtectedHeader({ alg: signingAlgorithm, typ: type, kid: key.kid })
    .setIssuer(claims.origin)
    .setAudience(audienceOf(claims.origin))
    .setSubject(claims.accountId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessSeconds)
    .setJti(keyed("refresh", "jti", claims.seed).slice(0, 22))
    .sign(key.sign);
}

/** The API of one host: a token of another host is none here (S6). */
function audienceOf(origin: string): string {
  return `${origin}/api`;
}

/** What a good access token claims. */
export type AccessClaim = { sessionId: string; accountId: string; expiresAt: Date };

type Verified = { sessionId: string; accountId: string; origin: string; expiresAt: number };

// A token is sent with every request of its quarter of an hour; its signature does not change in between.
const verified = new Map<string, Verified>();
const verifiedMax = 10_000;

/** Whose session an access token stands for; null when it is not valid at this origin. */
export async function verifyAccessToken(token: string, origin: string): Promise<AccessClaim | null> {
  const hash = tokenHash(token);
  const known = verified.get(hash) ?? (await verify(token, origin));
  if (!known) return null;
  if (verified.size >= verifiedMax) verified.clear();
  verified.set(hash, known);
  const { sessionId, accountId, expiresAt } = known;
  if (known.origin !== origin || expiresAt <= now().getTime()) return null;
  return { sessionId, accountId, expiresAt: new Date(expiresAt) };
}

async function verify(token: string, origin: string): Promise<Verified | null> {
  try {
    // The key is chosen by our own list; keys or addresses of keys in the header are never looked at (S11).
    const { kid, alg, typ } = decodeProtectedHeader(token);
    if (alg !== signingAlgorithm || typ !== type || typeof kid !== "string") return null;
    const key = await publicKey(kid);
    if (!key) return null;
    const { payload } = await jwtVerify(token, key, {
      algorithms: [signingAlgorithm],
      typ: type,
      issuer: origin,
      audience: audienceOf(origin),
      requiredClaims: ["sub", "sid", "exp", "iat", "jti"],
      currentDate: now(),
    });
    const { sub, sid, exp } = payload;
    if (typeof sub !== "string" || typeof sid !== "string" || exp === undefined) return null;
    return { sessionId: sid, accountId: sub, origin, expiresAt: exp * 1000 };
  } catch {
    return null;
  }
}
