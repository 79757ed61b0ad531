"use client";

import { useWatch } from "react-hook-form";
import { CheckboxField, CheckboxListField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { NumberField } from "@/components/forms/text-fields";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { type Role, roleNames, roles } from "@/lib/core/access";
import { type Laboratory, LaboratoryChange } from "@/lib/laboratories/schema";
import { changeSettings } from "../actions";

const Typed = LaboratoryChange.pick({
  secondFactorRoles: true,
  allowsEmailCode: true,
  passwordLengthMin: true,
  idleLockMinutes: true,
});

const options = roleNames.map((role) => ({ value: role, label: roles[role].label }));

type SignInFormProps = {
  laboratory: Laboratory;
  /** The roles of whoever sets it, and whether this session has seen their second factor. */
  mine: readonly Role[];
  isProved: boolean;
};

/** What the laboratory asks of the people who sign in to it. */
export function SignInForm({ laboratory, mine, isProved }: SignInFormProps) {
  const { secondFactorRoles, allowsEmailCode, passwordLengthMin, idleLockMinutes } = laboratory;
  return (
    <Form
      schema={Typed}
      keep="settings-sign-in"
      emptyAs="null"
      className="max-w-180"
      initial={{ secondFactorRoles, allowsEmailCode, passwordLengthMin, idleLockMinutes }}
      action={(body) => changeSettings({ body, ifMatch: laboratory.version })}
      onDone={() =>
        notify({
          title: "Saved",
          detail: "It counts from the next page that anybody opens. Your administrators are told by e-mail.",
        })
      }
    >
      <Section title="Second factor">
        <div className="mt-2 grid gap-3">
          <CheckboxListField
            name="secondFactorRoles"
            label="Ask these roles for a second factor"
            options={options}
            help="An authenticator app or a passkey. Whoever has none yet is led to setting one up, and works on from there; nobody else notices."
          />
          {!isProved && <OwnRoleWarning mine={mine} />}
        </div>
      </Section>
      <Section title="Passwords and codes">
        <div className="mt-2 grid gap-3">
          <NumberField
            name="passwordLengthMin"
            label="Shortest password"
            whole
            affix="characters"
            className="max-w-56"
            help="From 12 to 64. It counts when a password is chosen; those in use stay."
          />
          <CheckboxField
            name="allowsEmailCode"
            label="People may sign in with a code from their mail"
            help="In place of the password, never of the second factor."
          />
        </div>
      </Section>
      <Section title="Shared screens">
        <div className="mt-2">
          <NumberField
            name="idleLockMinutes"
            label="Lock after"
            optional="empty for never"
            whole
            affix="minutes"
            className="max-w-56"
            help="Without a touch, in any tab. What is typed stays behind the lock; the same person's password or passkey opens it, and anybody else signs in instead."
          />
        </div>
      </Section>
      <div>
        <SubmitButton busy="Saving">Save</SubmitButton>
      </div>
    </Form>
  );
}

function OwnRoleWarning({ mine }: { mine: readonly Role[] }) {
  const chosen: unknown = useWatch({ name: "secondFactorRoles" });
  const isMine = Array.isArray(chosen) && mine.some((role) => chosen.includes(role));
  if (!isMine) return null;
  return (
    <Note kind="warn" title="This is one of your own roles." live="status">
      You have proved no second factor in this session: once it is saved you are asked for yours, or to set
      one up, before you go on.
    </Note>
  );
}
