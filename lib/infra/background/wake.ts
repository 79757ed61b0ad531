// The server's start and its routes are bundled apart: what they share hangs on the process.
const key = Symbol.for("medvuno.background.wake");

type Shared = { [key]?: () => void };
// A place of our own on the global object.
const shared = globalThis as Shared;

/** Says that something waits to be handed on. It costs nothing, and the poll finds what it misses. */
export function wakeRunner(): void {
  shared[key]?.();
}

/** Whom to wake in this process; null for nobody. */
export function onWake(listener: (() => void) | null): void {
  if (listener) shared[key] = listener;
  else delete shared[key];
}
