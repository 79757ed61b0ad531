"use client";

import { PasskeyButton } from "@/components/forms/passkey-button";
import { askToConfirm } from "../../passkey-actions";
import { confirmIdentity } from "./actions";

export function ConfirmPasskey({ next }: { next: string }) {
  return (
    <PasskeyButton
      ask={() => askToConfirm({ body: {} })}
      prove={(passkey) => confirmIdentity({ passkey }, next)}
    >
      Confirm with a passkey
    </PasskeyButton>
  );
}
