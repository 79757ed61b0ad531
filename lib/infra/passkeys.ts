import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type VerifiedRegistrationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject, isoBase64URL } from "@simplewebauthn/server/helpers";
import type { Origin } from "@/lib/core/actor";

/** A passkey as it is stored, and as questions name it. */
export type KnownPasskey = {
  credentialId: string;
  publicKey: Uint8Array;
  counter: bigint;
  transports: readonly string[];
};

export type MadePasskey = KnownPasskey & { isBackedUp: boolean };

/** What an authenticator answers when it makes a passkey; all base64url. */
export type PasskeyMade = {
  credentialId: string;
  clientDataJson: string;
  attestationObject: string;
  transports: readonly string[];
};

/** What an authenticator answers when it is asked to prove one; all base64url but the handle. */
export type PasskeyProof = {
  credentialId: string;
  clientDataJson: string;
  authenticatorData: string;
  signature: string;
  userHandle?: string | undefined;
};

type Named = Pick<KnownPasskey, "credentialId" | "transports">;

// Ed25519, ES256, RS256: what authenticators have. @see IANA COSE Algorithms
const algorithms = [-8, -7, -257] as const;

/** The host without its port: a passkey is made for one host and answers on no other (S6). */
function relyingParty({ host }: Origin): string {
  return host.replace(/:\d+$/, "");
}

/** What a browser needs to make a passkey that it can find without a name, and that proves its holder too. */
export function askToMake(
  from: Origin,
  of: {
    challenge: string;
    place: string;
    account: { id: string; email: string; name: string };
    known: readonly Named[];
  },
) {
  return generateRegistrationOptions({
    rpID: relyingParty(from),
    rpName: of.place,
    userID: of.account.id,
    userName: of.account.email,
    userDisplayName: of.account.name,
    challenge: isoBase64URL.toBuffer(of.challenge),
    timeout: 300_000,
    attestationType: "none",
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: of.known.map(named),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What a browser needs to prove a passkey: any it has for this host, or one of those named. */
export function askToProve(from: Origin, of: { challenge: string; known?: readonly Named[] }) {
  return generateAuthenticationOptions({
    rpID: relyingParty(from),
    challenge: isoBase64URL.toBuffer(of.challenge),
    timeout: 300_000,
    userVerification: "required",
    ...(of.known && { allowCredentials: of.known.map(named) }),
  });
}

function named({ credentialId, transports }: Named) {
  return {
    id: isoBase64URL.toBuffer(credentialId),
    type: "public-key" as const,
    transports: transports.filter(isTransport),
  };
}

const transportNames = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
type Transport = (typeof transportNames)[number];

function isTransport(name: string): name is Transport {
  return (transportNames as readonly string[]).includes(name);
}

/** The challenge that an answer was made for, before anything else of it is believed; null when it holds none. */
export function challengeOf({ clientDataJson }: { clientDataJson: string }): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJson, "base64url").toString("utf8"));
    if (typeof read !== "object" || read === null || !("challenge" in read)) return null;
    return typeof read.challenge === "string" ? read.challenge : null;
  } catch {
    return null;
  }
}

/** The passkey that was made, or null when the answer is not one to our question from our page. */
export async function checkMade(
  from: Origin,
  of: { challenge: string; made: PasskeyMade },
): Promise<MadePasskey | null> {
  const { credentialId: id, clientDataJson, attestationObject, transports } = of.made;
  try {
    // None was asked for. A certificate in it would be followed to whatever address it names (S24).
    if (hasCertificate(attestationObject)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId: id, type: "public-key", clientExtensionResults: {} },
        response: { clientDataJSON: clientDataJson, attestationObject },
      },
      expectedChallenge: of.challenge,
      expectedOrigin: from.origin,
      expectedRPID: relyingParty(from),
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    });
    return verified && registrationInfo ? madeOf(registrationInfo, transports) : null;
  } catch {
    return null;
  }
}

function hasCertificate(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get("fmt");
  return (format !== "none" && format !== "packed") || decoded.get("attStmt").get("x5c") !== undefined;
}

type Info = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>;

function madeOf(info: Info, transports: readonly string[]): MadePasskey {
  return {
    credentialId: isoBase64URL.fromBuffer(info.credentialID),
    publicKey: info.credentialPublicKey,
    counter: BigInt(info.counter),
    transports: transports.filter(isTransport),
    isBackedUp: info.credentialBackedUp,
  };
}

/**
 * The passkey's new count, or null when the proof is none. A count that does not grow is refused: then there are
 * two of a key that was one.
 */
export async function checkProof(
  from: Origin,
  of: { challenge: string; proof: PasskeyProof; passkey: KnownPasskey },
): Promise<{ counter: bigint; isBackedUp: boolean } | null> {
  const { credentialId: id, clientDataJson, authenticatorData, signature } = of.proof;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ id, rawId: id, type: "public-key", clientExtensionResults: {} },
        response: { clientDataJSON: clientDataJson, authenticatorData, signature },
      },
      expectedChallenge: of.challenge,
      expectedOrigin: from.origin,
      expectedRPID: relyingParty(from),
      requireUserVerification: true,
      authenticator: {
        credentialID: isoBase64URL.toBuffer(of.passkey.credentialId),
        credentialPublicKey: of.passkey.publicKey,
        counter: Number(of.passkey.counter),
      },
    });
    if (!verified) return null;
    return {
      counter: BigInt(authenticationInfo.newCounter),
      isBackedUp: authenticationInfo.credentialBackedUp,
    };
  } catch {
    return null;
  }
}
