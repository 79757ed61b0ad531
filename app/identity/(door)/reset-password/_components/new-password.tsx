"use client";

import { NewPasswordField } from "@/components/forms/new-password-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField } from "@/components/forms/text-fields";

/** The new password, twice, and the button. */
export function NewPassword({ lengthMin }: { lengthMin: number | undefined }) {
  return (
    <>
      <NewPasswordField
        name="newPassword"
        label="New password"
        size="large"
        {...(lengthMin !== undefined && { lengthMin })}
      />
      <PasswordField
        name="newPasswordConfirm"
        label="New password again"
        autoComplete="new-password"
        size="large"
      />
      <SubmitButton look="tenant" size="large" wide busy="Saving">
        Set the new password
      </SubmitButton>
    </>
  );
}
