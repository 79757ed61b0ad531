/** What the tabs of one session tell each other: whether it is locked, and when somebody was last there. */
const keys = {
  locked: (session: string) => `locked:${session}`,
  seen: (session: string) => `seen:${session}`,
};

export function isMarkedLocked(session: string): boolean {
  return read(keys.locked(session)) !== null;
}

export function markLocked(session: string): void {
  write(keys.locked(session), "yes");
}

/** Unlocked, or over. */
export function forgetLock(session: string): void {
  try {
    localStorage.removeItem(keys.locked(session));
    localStorage.removeItem(keys.seen(session));
  } catch {
    // Nothing was kept.
  }
}

/** When somebody last touched any tab of this session, in milliseconds; null when nobody has yet. */
export function lastSeen(session: string): number | null {
  const kept = Number(read(keys.seen(session)));
  return kept > 0 ? kept : null;
}

export function markSeen(session: string, at: number): void {
  write(keys.seen(session), String(at));
}

/** Calls back when another tab locks or unlocks. */
export function watchLock(session: string, changed: (isLocked: boolean) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === keys.locked(session)) changed(event.newValue !== null);
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing locks each of its tabs by itself, and the server all of them.
  }
}
