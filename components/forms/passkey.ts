import type { ShownProblem } from "../ui/problem-note";

// The server's nouns as the browser's own names want them (WebAuthn); the library comes when it is needed.

type Descriptor = { id: string; type: "public-key"; transports?: string[] | undefined };

export type PasskeyQuestion = {
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: "required";
  allowCredentials?: Descriptor[] | undefined;
};

export type PasskeyOrder = {
  challenge: string;
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: { type: "public-key"; alg: number }[];
  timeout: number;
  excludeCredentials: Descriptor[];
  authenticatorSelection: { residentKey: "required"; requireResidentKey: true; userVerification: "required" };
  attestation: "none";
};

/** Asks the browser for a passkey. @throws when there is none, or the person closes the question. */
export async function provePasskey(question: PasskeyQuestion) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  // Transports are the library's closed list; a browser ignores a name it does not know.
  const { id, response } = await startAuthentication(question as Parameters<typeof startAuthentication>[0]);
  const { clientDataJSON: clientDataJson, authenticatorData, signature, userHandle } = response;
  rememberPasskey();
  return {
    credentialId: id,
    clientDataJson,
    authenticatorData,
    signature,
    ...(userHandle && { userHandle }),
  };
}

/** Has the browser make a passkey. @throws when it cannot, or the person closes the question. */
export async function makePasskey(order: PasskeyOrder) {
  const { startRegistration } = await import("@simplewebauthn/browser");
  // As above.
  const { id, response } = await startRegistration(order as Parameters<typeof startRegistration>[0]);
  const { clientDataJSON: clientDataJson, attestationObject, transports = [] } = response;
  rememberPasskey();
  return { credentialId: id, clientDataJson, attestationObject, transports };
}

/** What to say when the browser gave no passkey: it does not tell why. */
export const noPasskey: ShownProblem = {
  title: "No passkey was used",
  detail:
    "This browser has none for this address, or its question was closed. Try again, or use another way.",
};

/** What to say when none was made; the one reason the browser gives is that it has made one before. */
export function notMade(error: unknown): ShownProblem {
  const isKnown = error instanceof Error && error.name === "InvalidStateError";
  return {
    title: "No passkey was made",
    detail: isKnown
      ? "This device has a passkey of yours for this address already."
      : "The browser cannot make one, or its question was closed. Try again, or on another device.",
  };
}

export function canUsePasskeys(): boolean {
  return typeof window !== "undefined" && window.PublicKeyCredential !== undefined;
}

const rememberedAs = "passkey-used";

function rememberPasskey() {
  try {
    localStorage.setItem(rememberedAs, "yes");
  } catch {
    // Then it is offered where it is always offered.
  }
}

/** Whether a passkey was used in this browser before: where it would be noise for everybody else. */
export function hasUsedPasskey(): boolean {
  try {
    return canUsePasskeys() && localStorage.getItem(rememberedAs) === "yes";
  } catch {
    return false;
  }
}
