"use client";

import { useState } from "react";
import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { notify } from "@/components/ui/toast";
import type { TotpSecret } from "@/lib/accounts/schema.second-factors";
import { beginTotp, removeTotp } from "../actions";
import { NewApp } from "./new-app";

type AuthenticatorAppProps = {
  confirmedAt: string | null;
  mayChange: boolean;
  zone: string;
  onAdded: (made: { recoveryCodes: string[] | null } | undefined) => void;
};

export function AuthenticatorApp({ confirmedAt, mayChange, zone, onAdded }: AuthenticatorAppProps) {
  const { act, problem, isBusy } = useAct();
  const [begun, begin] = useState<TotpSecret | null>(null);

  if (confirmedAt) {
    return (
      <Section title="Authenticator app">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            Added <Time at={confirmedAt} zone={zone} form="both" />. Its codes are asked for after the
            password.
          </p>
          {mayChange && (
            <AskButton
              size="small"
              look="danger"
              ask={{
                title: "Remove the authenticator app?",
                about:
                  "Its codes open nothing from then on. Where no passkey is left, recovery codes go too.",
                ...{ keep: "Keep it", act: "Remove it", busy: "Removing" },
                onAct: () => removeTotp({}),
              }}
            >
              Remove
            </AskButton>
          )}
        </div>
      </Section>
    );
  }

  return (
    <Section title="Authenticator app">
      <p className="max-w-140 text-ink-2">
        An app on your phone shows six digits that change every half minute. They are asked for after the
        password, so that the password alone opens nothing.
      </p>
      <div className="mt-3 grid max-w-180 gap-3">
        <Refused problem={problem} />
        {begun && (
          <NewApp
            totp={begun}
            onAdded={(made) => {
              begin(null);
              onAdded(made);
              notify({ title: "Authenticator app added", detail: "Your other sessions have ended." });
            }}
            onLeft={() => begin(null)}
          />
        )}
        {!begun && mayChange && (
          <div>
            <Button busy={isBusy && "Making a secret"} onClick={() => act(() => beginTotp({}), begin)}>
              Add an authenticator app
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
