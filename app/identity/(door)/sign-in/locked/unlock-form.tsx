"use client";

import { useRouter } from "next/navigation";
import { forgetLock } from "@/components/lab/lock-state";
import { Unlock } from "@/components/lab/unlock";
import { askToConfirm } from "../../../passkey-actions";
import { unlock } from "../../../screen-lock-actions";

type UnlockFormProps = { name: string; session: string; next: string; signOut: () => Promise<void> };

export function UnlockForm({ name, session, next, signOut }: UnlockFormProps) {
  const router = useRouter();
  return (
    <Unlock
      name={name}
      unlock={(body) => unlock({ body })}
      ask={() => askToConfirm({ body: {} })}
      signOut={signOut}
      onDone={() => {
        forgetLock(session);
        router.replace(next);
      }}
    />
  );
}
