"use client";

import { useState } from "react";
import { Refused } from "@/app/lab/[lab]/(bench)/_components/refused";
import { useAct } from "@/app/lab/[lab]/(bench)/_components/use-act";
import { AskButton } from "@/components/ui/ask-button";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { renewCodes } from "../actions";

type RecoveryCodesProps = {
  left: number;
  mayChange: boolean;
  /** New ones, to be seen this once. */
  codes: string[] | null;
  onRenewed: (codes: string[]) => void;
};

export function RecoveryCodes({ left, mayChange, codes, onRenewed }: RecoveryCodesProps) {
  const { act, problem, isBusy } = useAct();
  const renew = () =>
    act(
      () => renewCodes({}),
      ({ recoveryCodes }) => onRenewed(recoveryCodes),
    );
  return (
    <Section title="Recovery codes">
      {codes ? (
        <NewCodes codes={codes} />
      ) : (
        <div className="grid max-w-180 gap-3">
          <p className="text-ink-2">
            {left === 1 ? "One is left." : `${left} are left.`} Each signs you in once, when the app or the
            passkey is out of reach.
          </p>
          <Refused problem={problem} />
          {mayChange && left === 0 && (
            <div>
              <Button busy={isBusy && "Making them"} onClick={renew}>
                Make recovery codes
              </Button>
            </div>
          )}
          {mayChange && left > 0 && (
            <div>
              <AskButton
                ask={{
                  title: "Make new recovery codes?",
                  about: "The codes you have now open nothing from then on.",
                  ...{ keep: "Keep the old", act: "Make new codes", busy: "Making them", look: "primary" },
                  onAct: async () => {
                    const answer = await renewCodes({});
                    if (answer.ok) onRenewed(answer.value.recoveryCodes);
                    return answer;
                  },
                }}
              >
                Make new codes
              </AskButton>
            </div>
          )}
        </div>
      )}
    </Section>
  );
}

function NewCodes({ codes }: { codes: string[] }) {
  const [wasCopied, copied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(`${codes.join("\n")}\n`);
      copied(true);
      notify({ title: "Recovery codes copied" });
    } catch {
      // The browser forbids it; they can be selected and printed.
    }
  }

  return (
    <div className="grid max-w-180 gap-3">
      <Note kind="warn" title="Keep these where your phone and your password are not.">
        They are shown this once. Each signs you in once.
      </Note>
      {/* What is printed while they are shown is they alone. */}
      <style>
        {
          "@media print { body * { visibility: hidden } [data-codes], [data-codes] * { visibility: visible } [data-codes] { position: fixed; inset: 2cm auto auto 2cm } }"
        }
      </style>
      <ul
        data-codes=""
        aria-label="Recovery codes"
        className="id grid max-w-88 grid-cols-2 gap-x-6 gap-y-1 text-md"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>{wasCopied ? "Copied" : "Copy"}</Button>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
    </div>
  );
}
