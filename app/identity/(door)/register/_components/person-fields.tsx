"use client";

import { NewPasswordField } from "@/components/forms/new-password-field";
import { PasswordField, TextField } from "@/components/forms/text-fields";

/** Who registers, and what they sign in with. */
export function PersonFields({ confirm }: { confirm: "passwordConfirm" | "confirmPassword" }) {
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField name="firstName" label="First name" autoComplete="given-name" size="large" />
        <TextField name="lastName" label="Last name" autoComplete="family-name" size="large" />
      </div>
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        size="large"
        help="A mail with a code goes there."
      />
      <NewPasswordField
        name="password"
        label="Password"
        size="large"
        help="Without your name or your e-mail address. A few unrelated words are easiest to keep."
      />
      <PasswordField name={confirm} label="Password again" autoComplete="new-password" size="large" />
    </>
  );
}
