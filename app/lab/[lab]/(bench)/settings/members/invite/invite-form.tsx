"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { CheckboxListField, SelectField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/button";
import type { Choice } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { NewInvitation } from "@/lib/laboratories/schema";
import { useOnceKey } from "../../../_components/use-once-key";
import { roleOptions } from "../_components/role-options";
import { RolesExplained } from "../_components/roles-explained";
import { invite } from "../actions";

export function InviteForm({ providers }: { providers: readonly Choice[] }) {
  const router = useRouter();
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewInvitation}
      keep="invitation"
      initial={{ roles: [] }}
      className="max-w-160"
      action={(body) => invite({ body: asked(body), idempotencyKey: keyOf(body) })}
      onDone={(invitation) => {
        void notify({ title: "Invitation sent", detail: invitation?.email });
        router.push("/settings/members");
      }}
    >
      <TextField name="email" label="E-mail" type="email" autoComplete="off" className="max-w-100" />
      <CheckboxListField name="roles" label="Roles" options={roleOptions} />
      <RolesExplained />
      <ProviderChoice providers={providers} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy="Sending">Send the invitation</SubmitButton>
        <LinkButton href="/settings/members" look="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}

/** Only somebody with the role of a provider can be one of the directory. */
function ProviderChoice({ providers }: { providers: readonly Choice[] }) {
  const roles: unknown = useWatch({ name: "roles" });
  if (!Array.isArray(roles) || !roles.includes("provider")) return null;
  return (
    <SelectField
      name="providerId"
      label="Which provider of the directory"
      optional
      placeholder="None yet"
      choices={providers}
      help="They will see the orders that name this provider."
      className="max-w-100"
    />
  );
}

/** A provider that was chosen before the role was taken away again is not meant. */
function asked<Body extends { roles: readonly string[]; providerId?: string | undefined }>(body: Body) {
  const { providerId, ...rest } = body;
  return body.roles.includes("provider") && providerId ? body : rest;
}
