"use client";

import { useState } from "react";
import { PracticeFields } from "@/app/identity/_components/practice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { PracticeRegistration } from "@/lib/accounts/schema.registrations";
import { registerPractice } from "../actions";

/** Whoever has an account and sees patients becomes a provider with it. */
export function NewPractice({ phone }: { phone: string | null }) {
  const [isOpen, open] = useState(false);
  return (
    <Section title="Practice">
      <div className="mt-2 grid max-w-110 gap-4">
        <p className="text-ink-2">
          You see patients and order tests? Tell us about your practice: a person verifies your licence and
          writes to you. Your account, and whatever else you are with it, stays as it is.
        </p>
        {isOpen ? (
          <Form
            schema={PracticeRegistration}
            keep="practice"
            initial={{ ...(phone !== null && { phoneNumber: phone }) }}
            action={(body) => registerPractice({ body })}
            onDone={() =>
              notify({ title: "We have your registration", detail: "We write to you when it is decided." })
            }
          >
            <PracticeFields mayFollow />
            <div className="flex flex-wrap gap-2">
              <SubmitButton look="plain" busy="Sending">
                Register as a provider
              </SubmitButton>
              <Button look="quiet" onClick={() => open(false)}>
                Not now
              </Button>
            </div>
          </Form>
        ) : (
          <div>
            <Button onClick={() => open(true)}>I am a clinician</Button>
          </div>
        )}
      </div>
    </Section>
  );
}
