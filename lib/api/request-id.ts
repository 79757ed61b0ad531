/** By which one request is found in the log: whoever meets a failure is asked to tell it. */
export const requestIdHeader = "x-request-id";

/** A well-formed id is kept, so that one request can be followed through several systems. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(requestIdHeader);
  return given && /^[\w.:-]{8,100}$/.test(given) ? given : crypto.randomUUID();
}
