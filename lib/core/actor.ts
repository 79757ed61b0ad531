import { type Permission, permissionsOf, type Role } from "./access";

/** Where a request came from; the address is already judged by the trusted proxies. */
export type Origin = {
  host: string;
  /** Canonical origin of that host, e.g. https://demo.example.org */
  origin: string;
  ip: string | null;
  device: string;
  requestId: string;
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
};

export type MemberRef = { id: string; name: string; roles: Role[]; providerId: string | null };

/** Who is at the door: anonymous, a person, or a job of the system's own. */
export type Actor = {
  kind: "anonymous" | "person" | "job";
  name: string;
  laboratory: LaboratoryRef | null;
  account: AccountRef | null;
  member: MemberRef | null;
  session: { id: string; door: "browser" | "program" } | null;
  from: Origin;
};

/** An actor in a laboratory: what laboratory operations receive. */
export type LabActor = Actor & { laboratory: LaboratoryRef };

export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "job") return true;
  return actor.member !== null && permissionsOf(actor.member.roles).has(permission);
}
