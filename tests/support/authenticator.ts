import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { Origin } from "@/lib/core/actor";

type Ask = { challenge: string };
type Page = Pick<Origin, "host" | "origin">;

/** How an authenticator differs from an honest one. */
type Twist = { page?: Page; isVerified?: boolean; counter?: number; userHandle?: string; type?: string };

const flag = { present: 0x01, verified: 0x04, attested: 0x40 };

/**
 * An authenticator of software: one ES256 key, made for one page, with no attestation.
 * @see W3C Web Authentication Level 3 §6.1 (authenticator data), RFC 9053 §7.1.1 (the key)
 */
export class Authenticator {
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(16);
  readonly #page: Page;
  counter = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What it answers when it is asked to make a passkey: the body of `addPasskey`. */
  make({ challenge }: Ask, name: string, twist: Twist = {}) {
    const page = twist.page ?? this.#page;
    const key = coseKey(this.#keys.publicKey);
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, key]);
    const data = Buffer.concat([this.#data(page, twist, flag.attested), attested]);
    const attestation = map([
      [text("fmt"), text("none")],
      [text("attStmt"), map([])],
      [text("authData"), bytes(data)],
    ]);
    return {
      ...{ name, credentialId: this.#id.toString("base64url"), transports: ["internal"] },
      clientDataJson: clientData(twist.type ?? "webauthn.create", challenge, page),
      attestationObject: attestation.toString("base64url"),
    };
  }

  /** What it answers when it is asked for its passkey: the body of `loginWithPasskey`. */
  prove({ challenge }: Ask, twist: Twist = {}) {
    const page = twist.page ?? this.#page;
    this.counter = twist.counter ?? this.counter + 1;
    const data = this.#data(page, twist);
    const client = clientData(twist.type ?? "webauthn.get", challenge, page);
    const hash = sha256(Buffer.from(client, "base64url"));
    return {
      credentialId: this.#id.toString("base64url"),
      clientDataJson: client,
      authenticatorData: data.toString("base64url"),
      signature: sign("sha256", Buffer.concat([data, hash]), this.#keys.privateKey).toString("base64url"),
      ...(twist.userHandle !== undefined && { userHandle: twist.userHandle }),
    };
  }

  #data(page: Page, { isVerified = true }: Twist, more = 0): Buffer {
    const flags = flag.present | (isVerified ? flag.verified : 0) | more;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(Buffer.from(page.host.replace(/:\d+$/, ""))), Buffer.from([flags]), count]);
  }
}

function clientData(type: string, challenge: string, { origin }: Page): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString("base64url");
}

function sha256(data: Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}

function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const coordinate = (value: string) => bytes(Buffer.from(value, "base64url"));
  return map([
    [integer(1), integer(2)],
    [integer(3), integer(-7)],
    [integer(-1), integer(1)],
    [integer(-2), coordinate(x)],
    [integer(-3), coordinate(y)],
  ]);
}

// As much of CBOR as that takes (RFC 8949) ------------------------------------------------------------

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

const integer = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (entries: [Buffer, Buffer][]) => Buffer.concat([head(5, entries.length), ...entries.flat()]);
