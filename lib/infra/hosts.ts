import { env } from "./env";

/** What an address stands for. A laboratory's name is only known to exist once it was looked up. */
export type Place = { kind: "root" } | { kind: "learn" } | { kind: "laboratory"; slug: string };

/** Names that no laboratory can take: they are, or may become, addresses of the installation itself. */
export const reservedNames: ReadonlySet<string> = new Set([
  "www",
  "api",
  "app",
  "admin",
  "learn",
  "operator",
  "mail",
  "static",
  "status",
  "docs",
  "support",
  "help",
  "root",
  "system",
  "security",
  "billing",
  "account",
  "accounts",
  "auth",
  "login",
  "signin",
  "signup",
  "portal",
  "patient",
  "patients",
  "provider",
  "providers",
  "lab",
  "labs",
  "laboratory",
  "demo-login",
  "assets",
  "cdn",
  "blog",
  "about",
  "contact",
  "legal",
  "privacy",
  "terms",
  "smtp",
  "imap",
  "ftp",
  "ns1",
  "ns2",
  "dev",
  "test",
  "staging",
  "internal",
  "medvuno",
  "fhir",
  "hl7",
  "webhook",
  "webhooks",
  "graphql",
  "ws",
  "health",
  "metrics",
]);

export const slugForm = /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/;

/** The place a Host header names, or null for a host that is not ours (S18). */
export function placeOf(host: string | null): Place | null {
  const name = host?.toLowerCase() ?? "";
  const { rootDomain } = env();
  if (name === rootDomain) return { kind: "root" };
  if (!name.endsWith(`.${rootDomain}`)) return null;
  const label = name.slice(0, -rootDomain.length - 1);
  if (label === "learn") return { kind: "learn" };
  if (!slugForm.test(label) || reservedNames.has(label)) return null;
  return { kind: "laboratory", slug: label };
}

export function hostOf(place: Place): string {
  const { rootDomain } = env();
  if (place.kind === "root") return rootDomain;
  return place.kind === "learn" ? `learn.${rootDomain}` : `${place.slug}.${rootDomain}`;
}

/** Canonical origin, from what is stored and never from a request: links in mails are built from it. */
export function originOf(place: Place): string {
  return `${env().scheme}://${hostOf(place)}`;
}
