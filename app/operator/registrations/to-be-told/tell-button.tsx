"use client";

import { AskButton } from "@/components/ui/ask-button";
import { notify } from "@/components/ui/toast";
import { tell } from "../actions";

/** Writes to everybody who waits, so it asks first. */
export function TellButton() {
  return (
    <AskButton
      ask={{
        title: "Tell them that the doors are open?",
        about: "Everybody who confirmed their address and was not told yet gets one mail, 200 at once.",
        keep: "Not yet",
        act: "Tell them",
        busy: "Writing",
        look: "primary",
        async onAct() {
          const answer = await tell({ body: {} });
          if (answer.ok) {
            const { told, more } = answer.value;
            notify({
              title: told === 0 ? "Nobody is left to tell" : `${told} mails are on their way`,
              ...(more && { detail: "There are others: do it again." }),
            });
          }
          return answer;
        },
      }}
    >
      Tell them
    </AskButton>
  );
}
