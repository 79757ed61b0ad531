"use client";

import { PasskeyButton } from "@/components/forms/passkey-button";
import { askToSignIn, signInWithPasskey } from "../../../passkey-actions";

export function PasskeySignIn({ next }: { next: string }) {
  return (
    <PasskeyButton ask={() => askToSignIn({ body: {} })} prove={(proof) => signInWithPasskey(proof, next)}>
      Sign in with a passkey
    </PasskeyButton>
  );
}
