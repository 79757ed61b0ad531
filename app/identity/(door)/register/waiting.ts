/** The registration that waits for its code, kept in this tab: the address bar shows no e-mail address. */
export type Waiting = { email: string; expiresAt: string };

const KEY = "registration-waits";

export function keepWaiting(waiting: Waiting): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(waiting));
  } catch {
    // The link of the mail works without.
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
