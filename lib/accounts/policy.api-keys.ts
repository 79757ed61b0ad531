import { type Permission, permissions } from "@/lib/core/access";

/**
 * What no key may do, whoever makes it: clinical sign-off is a person's (R15), and so is saying who may do what.
 */
const personal: ReadonlySet<Permission> = new Set<Permission>([
  "result:verify",
  "result:release",
  "result:amend",
  "report:withdraw",
  "member:manage",
  "key:manage",
]);

// The table has these keys and no others.
const every = Object.keys(permissions) as Permission[];

/** What an administrator may let a program do. */
export const keyScopes = every.filter((permission) => !personal.has(permission)) as [
  Permission,
  ...Permission[],
];

/** A scope of a key as it is stored; one that was given up since then is none. */
export function isKeyScope(name: string): name is Permission {
  return keyScopes.some((scope) => scope === name);
}

export const keyDays = { max: 365, usual: 90 } as const;

/** How long a key that is replaced may go on, in hours. */
export const overlapHours = { max: 7 * 24, usual: 24 } as const;
