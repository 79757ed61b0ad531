"use client";

import { PasskeyButton } from "@/components/forms/passkey-button";
import { askForPasskey, finishSignIn } from "./actions";

export function PasskeyStep({ next }: { next: string }) {
  return (
    <>
      <p>Your device asks for your finger, your face or its PIN.</p>
      <PasskeyButton look="tenant" ask={askForPasskey} prove={(passkey) => finishSignIn({ passkey }, next)}>
        Use a passkey
      </PasskeyButton>
    </>
  );
}
