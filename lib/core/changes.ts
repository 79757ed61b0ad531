export type Changes = Record<string, { from: unknown; to: unknown }>;

/** What differs between a record and what is asked of it, field by field, for the audit trail (R25). */
export function changesOf<T extends object>(
  before: T,
  asked: { [K in keyof T]?: T[K] | undefined },
): Changes {
  const changes: Changes = {};
  for (const [field, to] of Object.entries(asked)) {
    const from: unknown = Reflect.get(before, field);
    if (to !== undefined && JSON.stringify(to) !== JSON.stringify(from)) changes[field] = { from, to };
  }
  return changes;
}
