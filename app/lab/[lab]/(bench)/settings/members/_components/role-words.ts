import { type Role, roles } from "@/lib/core/access";

/** "Administrator, scientist" */
export function roleWords(held: readonly Role[]): string {
  const words = held
    .map((role) => roles[role].label)
    .join(", ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
