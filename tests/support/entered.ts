/** What a way in answered, when it asked for no second factor. @throws when it did. */
export function entered<T extends object>(answer: T): Exclude<T, { mfaRequired: true }> {
  if ("mfaRequired" in answer) throw new Error("A second factor was asked for.");
  // The one member of the union that asks for more was thrown out above.
  return answer as Exclude<T, { mfaRequired: true }>;
}
