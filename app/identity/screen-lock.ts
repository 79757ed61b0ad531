import "server-only";
import type { ScreenLockProps } from "@/components/lab/screen-lock";
import type { Actor } from "@/lib/core/actor";
import { askToConfirm } from "./passkey-actions";
import { lock, stay, unlock } from "./screen-lock-actions";
import { signOut } from "./session-actions";

/** How this person's screen locks; undefined where the laboratory does not ask for it. */
export function screenLockOf({ laboratory, session, name }: Actor): ScreenLockProps | undefined {
  const minutes = laboratory?.idleLockMinutes;
  if (!minutes || !session) return undefined;
  return { minutes, session: session.id, name, acts: { lock, unlock, stay, ask: askToConfirm, signOut } };
}
