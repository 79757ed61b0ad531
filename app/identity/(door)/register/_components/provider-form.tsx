"use client";

import { useRouter } from "next/navigation";
import { PracticeFields } from "@/app/identity/_components/practice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ProviderRegistration } from "@/lib/accounts/schema.registrations";
import { registerProvider } from "../actions";
import { keepWaiting } from "../waiting";
import { PersonFields } from "./person-fields";

/** A clinician, with licence and clinic: what an operator looks at. */
export function ProviderForm() {
  const router = useRouter();
  return (
    <Form
      schema={ProviderRegistration}
      keep="register-provider"
      action={(body) => registerProvider({ body })}
      onDone={(waiting) => {
        if (!waiting) return;
        keepWaiting(waiting);
        router.push("/register/code");
      }}
    >
      <PersonFields confirm="confirmPassword" />
      <PracticeFields size="large" />
      <SubmitButton look="tenant" size="large" wide busy="Sending the mail">
        Register
      </SubmitButton>
    </Form>
  );
}
