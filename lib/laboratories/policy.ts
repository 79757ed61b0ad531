import { Problem } from "@/lib/core/problem";
import { reservedNames, slugForm } from "@/lib/infra/hosts";

/** Why no laboratory can have this address, apart from another one having it; null when one can. */
export function slugFault(slug: string): "malformed" | "reserved" | null {
  // Two hyphens would let an address pass for one in another script (xn--…).
  if (!slugForm.test(slug) || slug.includes("--")) return "malformed";
  return reservedNames.has(slug) ? "reserved" : null;
}

/**
 * A laboratory without an administrator could never have one again.
 * @param administratorIds all of them, held until the transaction ends.
 * @throws Problem "illegal_move" when nobody but this member is one.
 */
export function holdSomeAdministrator(administratorIds: readonly string[], leavingId: string): void {
  if (administratorIds.some((id) => id !== leavingId)) return;
  throw new Problem(
    "illegal_move",
    "This is the laboratory's last administrator. Make somebody else an administrator first.",
  );
}

/** What a change alters, old and new, field by field; fields that stay as they were are left out. */
export function changesOf(
  before: object,
  change: Record<string, unknown>,
): Record<string, { from: unknown; to: unknown }> {
  const changes = Object.entries(change)
    .map(([field, to]) => ({ field, from: Reflect.get(before, field), to }))
    .filter(({ from, to }) => to !== undefined && JSON.stringify(from) !== JSON.stringify(to));
  return Object.fromEntries(changes.map(({ field, from, to }) => [field, { from, to }]));
}

const aboutSignIn = new Set(["secondFactorRoles", "allowsEmailCode", "passwordLengthMin", "idleLockMinutes"]);

/** Whether a change touches how people sign in: whoever loosens it opens the door to others (S15). */
export function isAboutSignIn(changes: Record<string, unknown>): boolean {
  return Object.keys(changes).some((field) => aboutSignIn.has(field));
}
