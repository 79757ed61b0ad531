/** A fact, in the past tense, that carries ids only: `sample.rejected` { sampleId }. */
export type Fact = { name: string; payload: Record<string, string> };

export function fact<const Name extends string, Keys extends string>(
  name: Name,
  ..._keys: Keys[]
): (payload: Record<Keys, string>) => Fact {
  return (payload) => ({ name, payload });
}
