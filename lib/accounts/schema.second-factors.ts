import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { readSecondFactorCode } from "@/lib/core/second-factor-code";
import { line } from "@/lib/core/text";
import { Password, SecondFactorMethod, SixDigits, Token } from "./schema";

const Instant = z.iso.datetime({ offset: true });

/** What is typed as the second factor; it tells the two kinds apart by their shape. */
export const SecondFactorCode = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const read = readSecondFactorCode(typed);
    if (read) return read;
    context.addIssue({
      code: "custom",
      message: "Give the six digits of your authenticator app, or one of your recovery codes.",
    });
    return z.NEVER;
  })
  .meta({ example: "407182" });

const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/, "This is not base64url.");

/** What an authenticator answered to the question for a passkey: fields of WebAuthn's AssertionResponse. */
export const PasskeyProof = z
  .strictObject({
    credentialId: base64url(1400),
    clientDataJson: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(2000),
    userHandle: line({ max: 64 }).optional(),
  })
  .meta({
    description: "What the authenticator answered, base64url; user_handle as text.",
    example: {
      ...{ credentialId: "Y3JlZGVudGlhbA", clientDataJson: "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0" },
      ...{ authenticatorData: "c2lnbmVk", signature: "c2lnbmF0dXJl" },
    },
  });
export type PasskeyProof = z.output<typeof PasskeyProof>;

export const PasskeyName = line({ max: 60 }).meta({ example: "Laptop" });

/** What an authenticator answered when it made a passkey: fields of WebAuthn's AttestationResponse. */
export const NewPasskey = z.strictObject({
  name: PasskeyName,
  credentialId: base64url(1400),
  clientDataJson: base64url(4000),
  attestationObject: base64url(20_000),
  transports: z.array(z.string().max(20)).max(10).default([]),
});
export type NewPasskey = z.output<typeof NewPasskey>;

const Descriptor = z.object({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()).optional(),
});

/** WebAuthn's PublicKeyCredentialRequestOptions; binary values are base64url. */
export const PasskeyQuestion = z.object({
  challenge: z.string().meta({ description: "Good for one answer within five minutes, at this address." }),
  rpId: z.string().meta({ example: "demo.example.org" }),
  timeout: z.int(),
  userVerification: z.literal("required"),
  allowCredentials: z.array(Descriptor).optional(),
});

/** WebAuthn's PublicKeyCredentialCreationOptions; binary values are base64url, the user's id is text. */
export const PasskeyOrder = z.object({
  challenge: z.string().meta({ description: "Good for one answer within five minutes, at this address." }),
  rp: z.object({ id: z.string().meta({ example: "demo.example.org" }), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.int() })),
  timeout: z.int(),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("required"),
  }),
  attestation: z.literal("none"),
});

/** A passkey of one's own, as it is listed. */
export const Passkey = z.object({
  id: Id,
  name: z.string().meta({ example: "Laptop" }),
  host: z.string().meta({ example: "demo.example.org", description: "The only address it signs in at." }),
  isHere: z.boolean().meta({ description: "Whether that is this address." }),
  isBackedUp: z.boolean().meta({ description: "Whether a password manager keeps a copy of it." }),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type Passkey = z.infer<typeof Passkey>;

export const RecoveryCodes = z
  .array(z.string())
  .length(10)
  .meta({ description: "Shown this once; each is good for one sign-in.", example: ["7K4QM-2XD9R"] });

/** What stands between a stolen password and an account. */
export const SecondFactors = z.object({
  totp: z.object({ confirmedAt: Instant }).nullable(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(Passkey),
  isRequired: z.boolean().meta({ description: "Whether this laboratory asks one of your roles for it." }),
  isProved: z.boolean().meta({ description: "Whether this session has seen one." }),
  isRecent: z
    .boolean()
    .meta({ description: "Whether you proved who you are within the hour, as changes need it." }),
});
export type SecondFactors = z.infer<typeof SecondFactors>;

/** An authenticator app that waits for its first code. */
export const TotpSecret = z.object({
  secret: z
    .string()
    .meta({ description: "Base32, shown this once.", example: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" }),
  uri: z
    .string()
    .meta({ example: "otpauth://totp/demo.example.org:ada%40demo.test?secret=JBSWY3DPEHPK3PXP" }),
  qr: z.object({
    size: z.int().meta({ description: "Modules along one side; leave four around it." }),
    path: z.string().meta({ description: "The dark modules, as an SVG path." }),
  }),
});
export type TotpSecret = z.infer<typeof TotpSecret>;

export const TotpConfirmation = z.strictObject({ code: SixDigits });

/** With the first factor come ten recovery codes; null when the account has some already. */
export const FactorAdded = z.object({ recoveryCodes: RecoveryCodes.nullable() });

/** In a browser the session begins anew with it (S12): the ticket opens the next one. */
export const FactorAddedInBrowser = FactorAdded.extend({ ticket: z.string() });

/** A second step: what is typed, or a passkey. */
const steps = { code: SecondFactorCode.optional(), passkey: PasskeyProof.optional() };

export const SecondStep = z
  .strictObject({ mfaToken: Token, ...steps })
  .refine(({ code, passkey }) => (code === undefined) !== (passkey === undefined), {
    path: ["code"],
    error: "Give a code or a passkey.",
  });
export type SecondStep = z.output<typeof SecondStep>;

/** What a sign-in that waits can be finished with; null when it waits no longer. */
export const OpenSecondStep = z.object({ methods: z.array(SecondFactorMethod) }).nullable();

/** That it is still the same person: the password, with a code where the account has a second factor, or a passkey. */
export const Confirmation = z
  .strictObject({ password: Password.optional(), ...steps })
  .refine(({ password, code, passkey }) => (passkey ? !password && !code : password !== undefined), {
    path: ["password"],
    error: "Give your password, or a passkey alone.",
  });
export type Confirmation = z.output<typeof Confirmation>;

/** What opens a locked screen. */
export const Unlocking = z
  .strictObject({ password: Password.optional(), passkey: PasskeyProof.optional() })
  .refine(({ password, passkey }) => (password === undefined) !== (passkey === undefined), {
    path: ["password"],
    error: "Give your password or a passkey.",
  });
