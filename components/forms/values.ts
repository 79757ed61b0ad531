/** Left out, as a body leaves out what is not given; or null, where a change must be able to empty a field. */
export type EmptyAs = "absent" | "null";

/**
 * What a form holds, as a body says it: a field left empty is absent (or null), at every depth. A list keeps its
 * length; what is empty in it stays, because its place is its meaning.
 */
export function withoutEmpty(values: Record<string, unknown>, emptyAs: EmptyAs): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const cleaned = cleanedValue(value, emptyAs);
    if (cleaned !== undefined) kept[key] = cleaned;
  }
  return kept;
}

/** As `withoutEmpty`, and a group of fields of which none was filled in is not given either; with their names. */
export function withoutEmptyGroups(given: Record<string, unknown>): {
  values: Record<string, unknown>;
  groups: string[];
} {
  const groups = Object.keys(given).filter((key) => {
    const value = given[key];
    return isPlain(value) && Object.keys(value).length === 0;
  });
  const kept = Object.entries(given).filter(([key]) => !groups.includes(key));
  return { values: Object.fromEntries(kept), groups };
}

function cleanedValue(value: unknown, emptyAs: EmptyAs): unknown {
  if (value === "" || value === null || (typeof value === "number" && Number.isNaN(value))) {
    return emptyAs === "null" ? null : undefined;
  }
  if (Array.isArray(value)) return value.map((item) => (isPlain(item) ? withoutEmpty(item, emptyAs) : item));
  return isPlain(value) ? withoutEmpty(value, emptyAs) : value;
}

/** A copy without some of its fields ("admin.password"): what must not be kept in the browser. */
export function withoutPaths(
  values: Record<string, unknown>,
  paths: Iterable<string>,
): Record<string, unknown> {
  const copy = deepCopy(values);
  for (const path of paths) {
    const keys = path.split(".");
    const last = keys.pop();
    let holder: unknown = copy;
    for (const key of keys) holder = isHolder(holder) ? holder[key] : undefined;
    if (isHolder(holder) && last !== undefined) delete holder[last];
  }
  return copy;
}

function deepCopy(values: Record<string, unknown>): Record<string, unknown> {
  const copyOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copyOf);
    return isPlain(value) ? deepCopy(value) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, copyOf(value)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && Object.getPrototypeOf(value) === Object.prototype;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
