import {
  CompactEncrypt,
  type CryptoKey,
  compactDecrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from "jose";
import { now } from "@/lib/core/clock";
import { keyed, secretKey, tokenHash } from "./secrets";
import { alone, inTransaction, transactionClient } from "./transaction";

/** How long an access token is believed without another refresh, in seconds. */
export const accessSeconds = 900;

const algorithm = "ES256";
const type = "at+jwt";

export type SigningKey = { kid: string; sign: CryptoKey };

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
    .setProtectedHeader({ alg: algorithm, typ: type, kid: key.kid })
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

type Verified = { sessionId: string; accountId: string; origin: string; expiresAt: number };

// A token is sent with every request of its quarter of an hour; its signature does not change in between.
const verified = new Map<string, Verified>();
const verifiedMax = 10_000;

/** Whose session an access token stands for; null when it is not valid at this origin. */
export async function verifyAccessToken(
  token: string,
  origin: string,
): Promise<{ sessionId: string; accountId: string } | null> {
  const hash = tokenHash(token);
  const known = verified.get(hash) ?? (await verify(token, origin));
  if (!known) return null;
  if (verified.size >= verifiedMax) verified.clear();
  verified.set(hash, known);
  if (known.origin !== origin || known.expiresAt <= now().getTime()) return null;
  return { sessionId: known.sessionId, accountId: known.accountId };
}

async function verify(token: string, origin: string): Promise<Verified | null> {
  try {
    // The key is chosen by our own list; keys or addresses of keys in the header are never looked at (S11).
    const { kid, alg, typ } = decodeProtectedHeader(token);
    if (alg !== algorithm || typ !== type || typeof kid !== "string") return null;
    const key = await publicKey(kid);
    if (!key) return null;
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
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

type KeyRow = { kid: string; public_jwk: JWK; private_jwe: string };

let signing: Promise<SigningKey> | undefined;
const publicKeys = new Map<string, CryptoKey>();

/**
 * The key that signs now; made when the installation has none yet. Ask for it in `prepare`: it may need a
 * transaction of its own.
 */
export function signingKey(): Promise<SigningKey> {
  signing ??= loadSigningKey().catch((error: unknown) => {
    signing = undefined;
    throw error;
  });
  return signing;
}

async function loadSigningKey(): Promise<SigningKey> {
  const row = await inTransaction("lims_platform", { laboratoryId: null }, async () => {
    const client = transactionClient();
    // Two processes that start together make one key between them.
    await client.query("select pg_advisory_xact_lock(hashtext('signing_key'))");
    const { rows } = await client.query<KeyRow>(
      "select kid, public_jwk, private_jwe from signing_key where retired_at is null order by created_at desc limit 1",
    );
    if (rows[0]) return rows[0];
    const made = await makeKey();
    await client.query(
      "insert into signing_key (kid, public_jwk, private_jwe, created_at) values ($1, $2, $3, $4)",
      [made.kid, made.public_jwk, made.private_jwe, now()],
    );
    return made;
  });
  const { plaintext } = await compactDecrypt(row.private_jwe, secretKey("signing-keys"));
  const sign = await asymmetric(JSON.parse(new TextDecoder().decode(plaintext)));
  return { kid: row.kid, sign };
}

async function makeKey(): Promise<KeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = crypto.randomUUID();
  const privateJwk = new TextEncoder().encode(JSON.stringify(await exportJWK(privateKey)));
  return {
    kid,
    public_jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: "sig" },
    private_jwe: await new CompactEncrypt(privateJwk)
      .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
      .encrypt(secretKey("signing-keys")),
  };
}

async function publicKey(kid: string): Promise<CryptoKey | null> {
  const known = publicKeys.get(kid);
  if (known) return known;
  const jwk = (await allKeys()).find((each) => each.kid === kid);
  if (!jwk) return null;
  const key = await asymmetric(jwk);
  publicKeys.set(kid, key);
  return key;
}

async function asymmetric(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error("A signing key is a key pair.");
  return key;
}

/** Public halves of all keys whose tokens may still be in use, for /.well-known/jwks.json. */
export async function publicKeySet(): Promise<{ keys: JWK[] }> {
  await signingKey();
  return { keys: await allKeys() };
}

async function allKeys(): Promise<JWK[]> {
  const rows = await alone<{ public_jwk: JWK }>(
    "lims_platform",
    "select public_jwk from signing_key where retired_at is null or retired_at > $1 order by created_at desc",
    [new Date(now().getTime() - accessSeconds * 1000)],
  );
  return rows.map((row) => row.public_jwk);
}
