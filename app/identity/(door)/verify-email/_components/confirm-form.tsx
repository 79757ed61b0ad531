"use client";

import { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { confirmLink } from "../actions";

const Nothing = z.strictObject({});

export function ConfirmForm({ token }: { token: string }) {
  return (
    <Form schema={Nothing} action={() => confirmLink(token)}>
      <SubmitButton look="tenant" size="large" wide busy="Confirming">
        Confirm my address
      </SubmitButton>
    </Form>
  );
}
