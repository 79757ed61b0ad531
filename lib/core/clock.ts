/** Where operations take the time from: tests and the demonstration data set it, nothing else does. */
export type Clock = () => Date;

let read: Clock = () => new Date();

export function now(): Date {
  return read();
}

/** Puts another clock in; returns the way back. */
export function putClock(clock: Clock): () => void {
  const before = read;
  read = clock;
  return () => {
    read = before;
  };
}
