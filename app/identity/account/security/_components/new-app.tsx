"use client";

import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { CodeField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { TotpConfirmation, type TotpSecret } from "@/lib/accounts/schema.second-factors";
import { confirmTotp } from "../actions";

type NewAppProps = {
  totp: TotpSecret;
  onAdded: (made: { recoveryCodes: string[] | null } | undefined) => void;
  onLeft: () => void;
};

/** The secret, for the app's camera or by hand, and the field for the first code. */
export function NewApp({ totp: { secret, uri, qr }, onAdded, onLeft }: NewAppProps) {
  // Four modules of white around it, as readers expect (ISO/IEC 18004), in dark mode too.
  const side = qr.size + 8;
  return (
    <div className="grid gap-6 md:grid-cols-[auto_minmax(0,1fr)]">
      <svg
        viewBox={`-4 -4 ${side} ${side}`}
        role="img"
        aria-label="QR code for the authenticator app"
        shapeRendering="crispEdges"
        className="size-48 rounded-sm border border-line bg-[white]"
      >
        <path d={qr.path} fill="black" />
      </svg>
      <div className="grid content-start gap-4">
        <ol className="grid list-decimal gap-1 ps-4">
          <li>Open your authenticator app and scan the code.</li>
          <li>
            No camera? <a href={uri}>Open it on this device</a>, or type this key:
            <br />
            <code className="id wrap-anywhere">{secret.replace(/.{4}(?=.)/g, "$& ")}</code>
          </li>
          <li>Type the six digits that the app shows.</li>
        </ol>
        <Form schema={TotpConfirmation} action={(body) => confirmTotp({ body })} onDone={onAdded}>
          <CodeField name="code" label="Code" className="max-w-56" />
          <div className="flex flex-wrap gap-2">
            <SubmitButton busy="Checking">Confirm</SubmitButton>
            <Button onClick={onLeft}>Not now</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
