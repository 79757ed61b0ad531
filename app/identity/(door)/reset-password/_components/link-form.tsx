"use client";

import { Form } from "@/components/forms/form";
import { ResetByLink } from "@/lib/accounts/schema.ways-back";
import { byLink } from "../actions";
import { NewPassword } from "./new-password";

type LinkFormProps = { uid: string; token: string; email: string; lengthMin: number };

export function LinkForm({ uid, token, email, lengthMin }: LinkFormProps) {
  return (
    <Form schema={ResetByLink} initial={{ uid, token }} action={byLink}>
      {/* For password managers: the account that the password is for. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <NewPassword lengthMin={lengthMin} />
    </Form>
  );
}
