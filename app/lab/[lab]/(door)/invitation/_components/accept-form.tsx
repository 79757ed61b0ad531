"use client";

import { Form } from "@/components/forms/form";
import { NewPasswordField } from "@/components/forms/new-password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { Acceptance } from "@/lib/laboratories/schema";
import { accept } from "../actions";

/** Makes an account, or proves the one there is: the page is not told which it will be. */
export function AcceptForm({ token, email }: { token: string; email: string }) {
  return (
    <Form schema={Acceptance} initial={{ token }} action={accept}>
      {/* For password managers: the account that the password is for. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <div className="grid grid-cols-2 gap-4">
        <TextField name="firstName" label="First name" autoComplete="given-name" size="large" />
        <TextField name="lastName" label="Last name" autoComplete="family-name" size="large" />
      </div>
      <NewPasswordField
        name="password"
        label="Password"
        size="large"
        help="You have an account with this address already? Then type the password that you sign in with; your name stays as it is."
      />
      <SubmitButton look="tenant" size="large" wide busy="Joining">
        Accept and sign in
      </SubmitButton>
    </Form>
  );
}
