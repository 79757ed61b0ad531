"use client";

import { AskButton } from "@/components/ui/ask-button";
import { notify } from "@/components/ui/toast";
import { revokeKey } from "../actions";

export function RevokeKey({ keyId, name }: { keyId: string; name: string }) {
  return (
    <AskButton
      look="danger"
      ask={{
        title: "Revoke this key?",
        about: (
          <>
            <strong>{name}</strong> is dead at once, and programs that use it are refused. It cannot be
            undone.
          </>
        ),
        keep: "Keep it",
        act: "Revoke the key",
        busy: "Revoking",
        look: "danger",
        onAct: async () => {
          const answer = await revokeKey({ params: { keyId } });
          if (answer.ok) void notify({ title: "Key revoked", detail: name });
          return answer;
        },
      }}
    >
      Revoke
    </AskButton>
  );
}
