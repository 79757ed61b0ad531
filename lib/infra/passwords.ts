import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { hash as argon2Hash, type Options } from "@node-rs/argon2";
import { Problem } from "@/lib/core/problem";
import { kindOfHash, matchesHash } from "./password-schemes";

/** Argon2id with 19 MiB, two passes, one lane. (2 is Algorithm.Argon2id, an enum that types erase.) */
const argon2id: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const bytesMax = 1024;
const waitingMax = 500;

let hashing = 0;
const waiting: (() => void)[] = [];

/** @throws Problem "payload_too_large" or "unavailable" */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(password, () => argon2Hash(password, argon2id));
}

/**
 * Whether this is the password. Without a hash — no such account — it takes as long and answers no (S16).
 * @param others one hash of each further kind that some account has: each is worked on for every name, so that
 *   the time does not tell which kind this name's is.
 * @throws Problem "payload_too_large" or "unavailable"
 */
export async function verifyPassword(
  hash: string | null,
  password: string,
  others: readonly string[] = [],
): Promise<boolean> {
  const standIns = new Map(others.map((each) => [kindOfHash(each), each]));
  if (hash !== null) standIns.set(kindOfHash(hash), hash);
  if (!standIns.has("argon2id")) standIns.set("argon2id", await hashOfNobody());
  return inTurn(password, async () => {
    let matches = false;
    for (const each of standIns.values()) {
      const isRight = await matchesHash(each, password);
      if (each === hash) matches = isRight;
    }
    return matches;
  });
}

/** Whether a hash came from elsewhere: once the password was right, it is made anew the way we make them. */
export function isOutdated(hash: string): boolean {
  return kindOfHash(hash) !== "argon2id";
}

/** A hash of our kind that no password has: for an account whose owner has not chosen one. Trying takes as long. */
export function hashOfNoPassword(): string {
  const drawn = (bytes: number) => randomBytes(bytes).toString("base64").replace(/=+$/, "");
  const { memoryCost, timeCost, parallelism } = argon2id;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${drawn(16)}$${drawn(32)}`;
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword("nobody has this password");
  return nobody;
}

/** At most one hash per core at a time, so that people who sign in cannot starve those who work (S13). */
async function inTurn<T>(password: string, work: () => Promise<T>): Promise<T> {
  if (Buffer.byteLength(password) > bytesMax) {
    throw new Problem(
      "payload_too_large",
      "This password is longer than any can be. Use at most 128 characters.",
    );
  }
  if (hashing < availableParallelism()) hashing += 1;
  else await takeTurn();
  try {
    return await work();
  } finally {
    // The place is handed on rather than given back: nobody who comes now overtakes.
    const next = waiting.shift();
    if (next) next();
    else hashing -= 1;
  }
}

function takeTurn(): Promise<void> {
  if (waiting.length >= waitingMax) {
    throw new Problem("unavailable", "Very many people are signing in at this moment. Try again shortly.", {
      retryAfterSeconds: 5,
    });
  }
  return new Promise((turn) => waiting.push(turn));
}
