import type { LaboratorySignUp } from "@/lib/laboratories/schema";

/** The sign-up that waits for its code, kept in this tab: the address bar shows no e-mail address. */
export type Waiting = { registrationId: string; email: string; expiresAt: string; name: string };

const KEY = "sign-up-waits";
/** What was typed, without the password: for those who go back and correct it. */
export const SIGN_UP_DRAFT = "sign-up";

export function keepWaiting(waiting: Waiting): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(waiting));
  } catch {
    // The code's page works without: it only cannot say where the code went.
  }
}

export function forgetWaiting(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

let read: { text: string | null; waiting: Waiting | null } = { text: null, waiting: null };

/** @returns the same object for the same text, so that it can be a store's snapshot. */
export function readWaiting(): Waiting | null {
  const text = sessionStorage.getItem(KEY);
  if (text !== read.text) read = { text, waiting: parse(text) };
  return read.waiting;
}

function parse(text: string | null): Waiting | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    // Written by this file alone, in this tab.
    return kept === null ? null : (kept as Waiting);
  } catch {
    return null;
  }
}

export function withoutPassword(typed: LaboratorySignUp): Record<string, unknown> {
  const { password: _, ...admin } = typed.admin;
  return { ...typed, admin };
}
