"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { notify } from "@/components/ui/toast";
import { type Provider, ProviderChange } from "@/lib/laboratories/schema";
import { changedOnly } from "../../_components/changed-only";
import { ProviderFields } from "../_components/provider-fields";
import { change } from "../actions";

/** The entry, corrected as one. After somebody else's change it is shown as it is now, before anything is lost. */
export function ChangeProviderForm({ provider }: { provider: Provider }) {
  const router = useRouter();
  const [basis, setBasis] = useState(provider);
  const { firstName, lastName, specialization, licenseNumber, phone, email } = basis;
  const initial = { firstName, lastName, specialization, licenseNumber, phone, email };
  return (
    <Form
      key={basis.version}
      schema={ProviderChange}
      emptyAs="null"
      initial={initial}
      className="max-w-160"
      action={(typed) =>
        change({
          params: { providerId: provider.id },
          body: changedOnly(typed, initial),
          ifMatch: provider.version,
        })
      }
      onDone={(changed) => {
        if (changed) setBasis(changed);
        notify({ title: "The directory is changed" });
      }}
      explain={({ code }) =>
        code === "precondition_failed" && (
          <button
            type="button"
            className="text-link underline underline-offset-2"
            onClick={() => router.refresh()}
          >
            Read it anew, then save again: only what you changed is saved
          </button>
        )
      }
    >
      <ProviderFields />
      <div>
        <SubmitButton busy="Saving">Save</SubmitButton>
      </div>
    </Form>
  );
}
