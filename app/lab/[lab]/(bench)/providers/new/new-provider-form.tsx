"use client";

import { useRouter } from "next/navigation";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/button";
import { NewProvider } from "@/lib/laboratories/schema";
import { useOnceKey } from "../../_components/use-once-key";
import { ProviderFields } from "../_components/provider-fields";
import { add } from "../actions";

export function NewProviderForm() {
  const router = useRouter();
  const keyOf = useOnceKey();
  return (
    <Form
      schema={NewProvider}
      keep="provider-new"
      className="max-w-160"
      action={(body) => add({ body, idempotencyKey: keyOf(body) })}
      onDone={(provider) => router.push(provider ? `/providers/${provider.id}` : "/providers")}
    >
      <ProviderFields />
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy="Adding">Add to the directory</SubmitButton>
        <LinkButton look="quiet" href="/providers">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}
