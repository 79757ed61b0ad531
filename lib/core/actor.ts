import { type Permission, permissionsOf, type Role } from "./access";

/** Where a request came from; the address is already judged by the trusted proxies. */
export type Origin = {
  host: string;
  /** Canonical origin of that host, e.g. https://demo.example.org */
  origin: string;
  ip: string | null;
  device: string;
  requestId: string;
  /** What tells this browser from others on this host: empty while it carries nothing; programs have none. */
  deviceToken?: string | undefined;
};

/** The laboratory as every operation knows it. */
export type LaboratoryRef = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  currency: string;
  accessionFormat: string;
  colour: string;
  allowsSelfVerification: boolean;
  isDemonstration: boolean;
  /** Whether people may sign in with a code from their mail. */
  allowsEmailCode: boolean;
  /** Shortest password, in characters. */
  passwordLengthMin: number;
  /** Minutes without a touch after which a shared bench locks. */
  idleLockMinutes: number | null;
  /** Roles whose members must sign in with a second factor. */
  secondFactorRoles: string[];
  /** The logo is served under this name. */
  logoSha256: string | null;
  /** Origins that may call the API from a browser. */
  allowedOrigins: string[];
};

export type AccountRef = {
  id: string;
  publicId: string;
  email: string;
  firstName: string;
  lastName: string;
  isOperator: boolean;
  /** How dates are written for this person, as the account keeps it. */
  locale: string;
};

export type MemberRef = { id: string; name: string; roles: Role[]; providerId: string | null };

/** A laboratory's API key: it may what its scopes say, and is nobody. */
export type KeyRef = { id: string; name: string; scopes: Permission[] };

/** Who is at the door: anonymous, a person, a program with a key, or a job of the system's own. */
export type Actor = {
  kind: "anonymous" | "person" | "key" | "job";
  name: string;
  laboratory: LaboratoryRef | null;
  account: AccountRef | null;
  member: MemberRef | null;
  session: {
    id: string;
    door: "browser" | "program";
    /** The laboratory asks this person's roles for a second factor, and this session has not seen one. */
    wantsSecondFactor?: boolean;
    /** Nobody had touched the screen for long: until it is unlocked, nothing is answered. */
    isLocked?: boolean;
  } | null;
  key?: KeyRef | undefined;
  from: Origin;
};

/** An actor in a laboratory: what laboratory operations receive. */
export type LabActor = Actor & { laboratory: LaboratoryRef };

export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "job") return true;
  if (actor.key) return actor.key.scopes.includes(permission);
  return actor.member !== null && permissionsOf(actor.member.roles).has(permission);
}
