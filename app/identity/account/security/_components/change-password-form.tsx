"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { NewPasswordField } from "@/components/forms/new-password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField } from "@/components/forms/text-fields";
import { notify } from "@/components/ui/toast";
import { PasswordChange } from "@/lib/accounts/schema.ways-back";
import { saveNewPassword } from "./change-password-actions";

/** @param email the account's, for password managers. */
export function ChangePasswordForm({ email, lengthMin }: { email: string; lengthMin?: number }) {
  const [changed, setChanged] = useState(0);
  return (
    <Form
      // Emptied once it is done.
      key={changed}
      schema={PasswordChange}
      className="max-w-88"
      action={(body) => saveNewPassword({ body })}
      onDone={() => {
        setChanged((times) => times + 1);
        notify({
          title: "Password changed",
          detail: "Every other place where you were signed in is signed out.",
        });
      }}
    >
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField name="currentPassword" label="Present password" autoComplete="current-password" />
      <NewPasswordField
        name="newPassword"
        label="New password"
        {...(lengthMin !== undefined && { lengthMin })}
      />
      <PasswordField name="newPasswordConfirm" label="New password again" autoComplete="new-password" />
      <div>
        <SubmitButton look="plain" busy="Saving">
          Change the password
        </SubmitButton>
      </div>
    </Form>
  );
}
