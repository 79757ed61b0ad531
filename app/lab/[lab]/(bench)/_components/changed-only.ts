/**
 * What a person changed, of all that a form holds: only that is sent, so that what somebody else changed meanwhile
 * in other fields stays as they left it.
 */
export function changedOnly<Body extends Record<string, unknown>>(
  body: Body,
  before: Record<string, unknown>,
): Partial<Body> {
  const entries = Object.entries(body).filter(
    ([field, value]) => (value ?? null) !== (before[field] ?? null),
  );
  // Fields of the body, fewer of them.
  return Object.fromEntries(entries) as Partial<Body>;
}
