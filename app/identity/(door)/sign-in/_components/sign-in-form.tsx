"use client";

import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PasswordField, TextField } from "@/components/forms/text-fields";
import { PageLink } from "@/components/ui/page-link";
import { signIn } from "../../../session-actions";

// The door asks only for something; what counts as a name or a password is the operation's to say.
const Typed = z.object({
  identifier: z.string().trim().min(1, "Type your e-mail address, username or public id."),
  password: z.string().min(1, "Type your password."),
});

export function SignInForm({ next }: { next: string }) {
  return (
    <Form schema={Typed} action={(typed) => signIn(typed, next)} keep="sign-in">
      <TextField
        name="identifier"
        label="E-mail, username or public id"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        size="large"
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        size="large"
        aside={<PageLink href="/forgot-password">Forgot your password?</PageLink>}
      />
      <SubmitButton look="tenant" size="large" wide busy="Signing in">
        Sign in
      </SubmitButton>
    </Form>
  );
}
