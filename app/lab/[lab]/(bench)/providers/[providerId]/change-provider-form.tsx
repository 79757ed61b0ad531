"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { notify } from "@/components/ui/toast";
import { type Provider, ProviderChange } from "@/lib/laboratories/schema";
import { ProviderFields } from "../_components/provider-fields";
import { change } from "../actions";

/** The entry, corrected as one. After somebody else's change it is shown as it is now, before anything is lost. */
export function ChangeProviderForm({ provider }: { provider: Provider }) {
  const router = useRouter();
  const { firstName, lastName, specialization, licenseNumber, phone, email } = provider;
  return (
    <Form
      key={provider.version}
      schema={ProviderChange}
      emptyAs="null"
      initial={{ firstName, lastName, specialization, licenseNumber, phone, email }}
      className="max-w-160"
      action={(body) => change({ params: { providerId: provider.id }, body, ifMatch: provider.version })}
      onDone={() => notify({ title: "The directory is changed" })}
      explain={({ code }) =>
        code === "precondition_failed" && (
          <button
            type="button"
            className="text-link underline underline-offset-2"
            onClick={() => router.refresh()}
          >
            Show it as it is now
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
