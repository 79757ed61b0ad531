"use client";

import { AskButton } from "@/components/ui/ask-button";
import { notify } from "@/components/ui/toast";
import { forgetDevice } from "./actions";

type ForgetDeviceProps = { id: string; name: string; sessions: number; current: boolean };

export function ForgetDevice({ id, name, sessions, current }: ForgetDeviceProps) {
  return (
    <AskButton
      size="small"
      ask={{
        title: "Sign this device out and forget it?",
        about: (
          <>
            <strong>{name}</strong>
            {current && ", which is this one"}: {sessionWords(sessions)}. When somebody signs in on it again,
            you get a mail.
          </>
        ),
        keep: "Keep it",
        act: "Sign out and forget",
        busy: "Forgetting",
        onAct: async () => {
          const answer = await forgetDevice({ params: { deviceId: id } });
          if (answer.ok && current) location.assign("/sign-in");
          else if (answer.ok) void notify({ title: "Device forgotten", detail: name });
          return answer;
        },
      }}
    >
      Sign out and forget<span className="sr-only">: {name}</span>
    </AskButton>
  );
}

function sessionWords(sessions: number): string {
  if (sessions === 0) return "nobody is signed in on it now";
  return sessions === 1 ? "its session ends" : `its ${sessions} sessions end`;
}
