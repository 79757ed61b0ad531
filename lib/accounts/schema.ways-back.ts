import { z } from "zod";
import { Id } from "@/lib/core/ids";
import { Email, NewPassword, Password, SixDigits, Token } from "./schema";

const newPasswords = { newPassword: NewPassword, newPasswordConfirm: NewPassword };

const typedAlike = {
  test: (typed: { newPassword: string; newPasswordConfirm: string }) =>
    typed.newPassword === typed.newPasswordConfirm,
  otherwise: { path: ["newPasswordConfirm"], error: "The two passwords are not the same." },
};

const password = "four-Unrelated-words-7";

/** Who forgot the password. */
export const ResetRequest = z.strictObject({ email: Email });

// What is no id stands for no request: a link that was cut short is a bad link, not a bad address.
const noRequest = "00000000-0000-0000-0000-000000000000";
const Uid = z
  .string()
  .max(100)
  .transform((uid) => (Id.safeParse(uid).success ? uid : noRequest))
  .meta({ example: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10" });

/** The two parts of a reset link. */
export const ResetLink = z.strictObject({ uid: Uid, token: Token });

/** A new password, with the link from the mail. */
export const ResetByLink = z
  .strictObject({ uid: Uid, token: Token, ...newPasswords })
  .refine(typedAlike.test, typedAlike.otherwise)
  .meta({
    example: {
      ...{
        uid: "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10",
        token: "4uHfVqR0c0tJ0mXn9m0mW1cJ7g6Yb2dJ3kQ8nB5xZ1A",
      },
      ...{ newPassword: password, newPasswordConfirm: password },
    },
  });

/** A new password, with the code from the mail. */
export const ResetByCode = z
  .strictObject({ email: Email, code: SixDigits, ...newPasswords })
  .refine(typedAlike.test, typedAlike.otherwise)
  .meta({
    example: { email: "ada@demo.test", code: "407182", newPassword: password, newPasswordConfirm: password },
  });

/** What the page behind a reset link shows. Looking changes nothing. */
export const OpenResetLink = z.discriminatedUnion("valid", [
  z.object({ valid: z.literal(false) }),
  z.object({
    valid: z.literal(true),
    email: z.string(),
    lengthMin: z.int().meta({ description: "The fewest characters the new password may have." }),
  }),
]);

export const PasswordChange = z
  .strictObject({ currentPassword: Password, ...newPasswords })
  .refine(typedAlike.test, typedAlike.otherwise)
  .meta({
    example: {
      ...{ currentPassword: "three-Former-words-6", newPassword: password, newPasswordConfirm: password },
    },
  });

export const EmailChangeRequest = z.strictObject({ newEmail: Email, currentPassword: Password });

/** The same for every address, whether or not it is somebody's already (S16). */
export const EmailChangeRequested = z.object({
  newEmail: z.string().meta({ example: "ada@harbour.test" }),
  expiresAt: z.iso.datetime({ offset: true }),
});

/** What stands behind a link of a change of address. Looking changes nothing. */
export const EmailChangeLink = z.discriminatedUnion("valid", [
  z.object({ valid: z.literal(false) }),
  z.object({
    valid: z.literal(true),
    newEmail: z.string().meta({ example: "ada@harbour.test" }),
    side: z.enum(["old", "new"]).meta({ description: "Which of the two addresses this link went to." }),
    confirmed: z.boolean().meta({ description: "Whether this address has confirmed already." }),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
]);

/** What became of a change of address when one of the two confirmed it. */
export const EmailChangeProgress = z.object({
  done: z.boolean(),
  waitsFor: z.enum(["old", "new"]).nullable().meta({ description: "Which address has still to confirm." }),
});

/** A link's token, as a program hands it over. */
export const TokenBody = z.strictObject({ token: Token });

export const LinkValidity = z.object({ valid: z.boolean() });

/** What was done about "this was not me". */
export const NotMeAnswer = z.object({
  locked: z.boolean().meta({
    description:
      "Whether the account is locked until an operator has looked, and no mail to set a password was sent.",
  }),
});
