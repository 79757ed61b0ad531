"use client";

import { useState, useSyncExternalStore } from "react";
import { z } from "zod";
import { Form } from "@/components/forms/form";
import { canUsePasskeys, makePasskey, notMade } from "@/components/forms/passkey";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-fields";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { type Passkey, PasskeyName } from "@/lib/accounts/schema.second-factors";
import { addPasskey, orderPasskey } from "../actions";
import { PasskeyTable } from "./passkey-table";

type PasskeysProps = {
  passkeys: readonly Passkey[];
  mayChange: boolean;
  host: string;
  /** "Firefox on Windows": a first guess at a name. */
  device: string;
  zone: string;
  onAdded: (made: { recoveryCodes: string[] | null } | undefined) => void;
};

const Named = z.strictObject({ name: PasskeyName });

export function Passkeys({ passkeys, mayChange, host, device, zone, onAdded }: PasskeysProps) {
  const canMake = useSyncExternalStore(never, canUsePasskeys, () => false);
  const [made, setMade] = useState(0);
  return (
    <Section title="Passkeys" note={`at ${host}`}>
      <p className="max-w-140 text-ink-2">
        A passkey is kept by your device and opened with your finger, your face or its PIN. It signs you in at
        this address without a password, and no other page can ask you for it.
      </p>
      {passkeys.length > 0 && <PasskeyTable passkeys={passkeys} mayChange={mayChange} zone={zone} />}
      {mayChange && canMake && (
        <Form
          key={made}
          schema={Named}
          initial={{ name: device }}
          className="mt-4 max-w-88"
          action={({ name }) => add(name)}
          onDone={(value) => {
            setMade((times) => times + 1);
            onAdded(value);
            notify({ title: "Passkey added", detail: "Your other sessions have ended." });
          }}
        >
          <TextField name="name" label="Name" help="By which you know it again." autoComplete="off" />
          <div>
            <SubmitButton look="plain" busy="Waiting for the device">
              Add a passkey
            </SubmitButton>
          </div>
        </Form>
      )}
      {mayChange && !canMake && (
        <p className="mt-2 text-ink-3">This browser, or this connection, knows no passkeys.</p>
      )}
    </Section>
  );
}

async function add(name: string) {
  const order = await orderPasskey({});
  if (!order.ok) return order;
  try {
    const passkey = await makePasskey(order.value);
    return await addPasskey({ body: { name, ...passkey } });
  } catch (error) {
    return { ok: false, problem: notMade(error) } as const;
  }
}

const never = () => () => {};
