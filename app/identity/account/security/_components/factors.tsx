"use client";

import { useState } from "react";
import type { SecondFactors } from "@/lib/accounts/schema.second-factors";
import { AuthenticatorApp } from "./authenticator-app";
import { Passkeys } from "./passkeys";
import { RecoveryCodes } from "./recovery-codes";

type FactorsProps = { factors: SecondFactors; host: string; device: string; zone: string };

/** What a person can prove beside their password. New recovery codes stay on the screen until it is left. */
export function Factors({ factors, host, device, zone }: FactorsProps) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const added = (made: { recoveryCodes: string[] | null } | undefined) =>
    made?.recoveryCodes && setCodes(made.recoveryCodes);
  const hasFactor = factors.totp !== null || factors.passkeys.length > 0;
  return (
    <>
      <AuthenticatorApp
        confirmedAt={factors.totp?.confirmedAt ?? null}
        mayChange={factors.isRecent}
        zone={zone}
        onAdded={added}
      />
      <Passkeys
        passkeys={factors.passkeys}
        mayChange={factors.isRecent}
        {...{ host, device, zone }}
        onAdded={added}
      />
      {(hasFactor || codes) && (
        <RecoveryCodes
          left={factors.recoveryCodesLeft}
          mayChange={factors.isRecent}
          codes={codes}
          onRenewed={setCodes}
        />
      )}
    </>
  );
}
