/** Names on the wire are snake_case, names inside are camelCase; this is the one place that turns them. */

const toCamel = new Map<string, string>();
const toSnake = new Map<string, string>();

/** Own names are few; names from outside are not, so the memory of them is bounded. */
function remembered(memory: Map<string, string>, name: string, turn: (name: string) => string): string {
  const known = memory.get(name);
  if (known !== undefined) return known;
  const turned = turn(name);
  if (memory.size < 2000) memory.set(name, turned);
  return turned;
}

export function camelName(name: string): string {
  return remembered(toCamel, name, (each) =>
    // A name that is camelCase already is not a field of the wire: keep it strange, so that it is refused.
    /[A-Z]/.test(each)
      ? `${each}\u200b`
      : each.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
  );
}

export function snakeName(name: string): string {
  return remembered(toSnake, name, (each) => each.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** Every key of a JSON value turned, however deep; values stay as they are. */
export function turnKeys(value: unknown, turn: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => turnKeys(each, turn));
  if (value === null || typeof value !== "object") return value;
  const turned: Record<string, unknown> = {};
  for (const key in value) {
    // `in` over a parsed JSON object gives its own keys; Reflect keeps the type honest.
    const each = turnKeys(Reflect.get(value, key), turn);
    const name = turn(key);
    // Assigned, it would become the object's prototype and be lost.
    if (name === "__proto__") Object.defineProperty(turned, name, { value: each, enumerable: true });
    else turned[name] = each;
  }
  return turned;
}

/** A field path of an error, as the caller wrote the field. */
export function snakePath(path: string): string {
  return path
    .split(".")
    .map((part) => snakeName(part.replace("\u200b", "")))
    .join(".");
}
