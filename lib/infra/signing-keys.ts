import {
  CompactEncrypt,
  type CryptoKey,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";
import { now } from "@/lib/core/clock";
import { secretKey } from "./secrets";
import { alone, ask, inTransaction } from "./transaction";

/** The one algorithm of access tokens (S11). */
export const signingAlgorithm = "ES256";

/** How long an access token is believed without another refresh, in seconds. */
export const accessSeconds = 900;

const second = 1000;
const day = 24 * 3600 * second;

/** How long a key signs. */
const keyDays = 30;
/** How long before it signs a new key is published: longer than anybody keeps the key set. */
const leadMs = 600 * second;
/** How long a process believes what it has read of the keys. */
const believedMs = 60 * second;
/** How long an old key is published after it stopped signing: until the last token of the last process is over. */
const trailMs = accessSeconds * second + 2 * believedMs;

export type SigningKey = { kid: string; sign: CryptoKey };

type KeyRow = { kid: string; private_jwe: string };

let signing: { readAt: number; key: Promise<SigningKey> } | undefined;

const isFresh = (readAt: number) => Math.abs(now().getTime() - readAt) < believedMs;

/**
 * The key that signs now; made when the installation has none yet. Ask for it in `prepare`: it may need a
 * transaction of its own.
 */
export function signingKey(): Promise<SigningKey> {
  if (signing && isFresh(signing.readAt)) return signing.key;
  const read = { readAt: now().getTime(), key: loadSigningKey() };
  signing = read;
  read.key.catch(() => {
    if (signing === read) signing = undefined;
  });
  return read.key;
}

// A key that is about to go signs until it does; then its successor, which was published meanwhile.
const signs = "retired_at is null or retired_at > $1 order by retired_at nulls last, created_at limit 1";

async function loadSigningKey(): Promise<SigningKey> {
  const [found] = await alone<KeyRow>(
    "lims_platform",
    `select kid, private_jwe from signing_key where ${signs}`,
    [now()],
  );
  const row = found ?? (await inTransaction("lims_platform", { laboratoryId: null }, firstKey));
  const { plaintext } = await compactDecrypt(row.private_jwe, secretKey("signing-keys"));
  const sign = await asymmetric(JSON.parse(new TextDecoder().decode(plaintext)));
  return { kid: row.kid, sign };
}

async function firstKey(): Promise<KeyRow> {
  await holdKeys();
  const { rows } = await ask({
    text: `select kid, private_jwe from signing_key where ${signs}`,
    values: [now()],
  });
  return rows[0] ?? (await insertKey());
}

/** Processes that come at the same moment take turns, and make one key between them. */
async function holdKeys(): Promise<void> {
  await ask({ text: "select pg_advisory_xact_lock(hashtext('signing_key'))" });
}

async function insertKey(): Promise<KeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const kid = crypto.randomUUID();
  const privateJwk = new TextEncoder().encode(JSON.stringify(await exportJWK(privateKey)));
  const private_jwe = await new CompactEncrypt(privateJwk)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(secretKey("signing-keys"));
  await ask({
    text: "insert into signing_key (kid, public_jwk, private_jwe, created_at) values ($1, $2, $3, $4)",
    values: [
      kid,
      { ...(await exportJWK(publicKey)), kid, alg: signingAlgorithm, use: "sig" },
      private_jwe,
      now(),
    ],
  });
  return { kid, private_jwe };
}

/**
 * Makes a successor once the newest key has signed for 30 days, inside the open transaction. The successor is
 * published at once and signs ten minutes later.
 * @returns the new key's id, or null when none is due.
 */
export async function rotateKeys(at: Date): Promise<string | null> {
  await holdKeys();
  const { rows } = await ask({
    text: "select kid from signing_key where retired_at is null and created_at > $1",
    values: [new Date(at.getTime() - keyDays * day)],
  });
  if (rows.length > 0) return null;
  await ask({
    text: "update signing_key set retired_at = $1 where retired_at is null",
    values: [new Date(at.getTime() + leadMs)],
  });
  return (await insertKey()).kid;
}

type Published = { jwk: JWK; key: Promise<CryptoKey> };

let published: { readAt: number; keys: Promise<ReadonlyMap<string, Published>> } | undefined;

/** The public half of one of our own keys whose tokens may still be in use; null for any other. */
export async function publicKey(kid: string): Promise<CryptoKey | null> {
  const known = (await publishedKeys(believedMs)).get(kid);
  // A key of another process's making, a moment old; made-up ones do not reach the database all the time.
  const found = known ?? (await publishedKeys(second)).get(kid);
  return found ? await found.key : null;
}

/** Public halves of all keys whose tokens may still be in use, for /.well-known/jwks.json. */
export async function publicKeySet(): Promise<{ keys: JWK[] }> {
  await signingKey();
  return { keys: [...(await publishedKeys(0)).values()].map(({ jwk }) => jwk) };
}

function publishedKeys(believed: number): Promise<ReadonlyMap<string, Published>> {
  const at = now().getTime();
  if (published && Math.abs(at - published.readAt) < believed) return published.keys;
  const read = { readAt: at, keys: readPublished(new Date(at - trailMs)) };
  published = read;
  read.keys.catch(() => {
    if (published === read) published = undefined;
  });
  return read.keys;
}

async function readPublished(since: Date): Promise<ReadonlyMap<string, Published>> {
  const rows = await alone<{ public_jwk: JWK & { kid: string } }>(
    "lims_platform",
    "select public_jwk from signing_key where retired_at is null or retired_at > $1 order by created_at desc",
    [since],
  );
  return new Map(rows.map(({ public_jwk: jwk }) => [jwk.kid, { jwk, key: asymmetric(jwk) }]));
}

async function asymmetric(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, signingAlgorithm);
  if (key instanceof Uint8Array) throw new Error("A signing key is a key pair.");
  return key;
}
