import type { SuspicionView } from "@/lib/accounts/schema.watch";

/** What it looked like. */
export const kindWords: Record<SuspicionView["kind"], string> = {
  many_accounts: "Many accounts from one address",
  refresh_replay: "A spent token came back",
  code_spraying: "Codes tried for many people",
  new_network: "A sign-in from a new network and time zone",
  not_me: "Its owner said it was not them",
};

/** The same, where one of a few is chosen. */
export const kindNames: Record<SuspicionView["kind"], string> = {
  many_accounts: "Many accounts",
  refresh_replay: "Spent token",
  code_spraying: "Codes for many",
  new_network: "New network",
  not_me: "Not me",
};

/** What was done about it at once. */
export const answerWords: Record<SuspicionView["answer"], string> = {
  noted: "noted",
  notice_sent: "its owner was told",
  second_factor_asked: "a second factor was asked for",
  sessions_ended: "the sessions were ended",
  account_locked: "the account was locked",
};

/** "14 people, 22 attempts in 10 minutes; noted": what it was seen by, and what was done. */
export function evidenceWords({ evidence, answer }: Pick<SuspicionView, "evidence" | "answer">): string {
  const seen = Object.entries(evidence).flatMap(([name, value]) => wordsOf(name, value) ?? []);
  return [seen.join(", "), answerWords[answer]].filter(Boolean).join("; ");
}

function wordsOf(name: string, value: unknown): string | null {
  if (value === null || value === 0) return null;
  const words = name
    .replace(/([A-Z])/g, " $1")
    .replaceAll("_", " ")
    .toLowerCase();
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? words.replace(/s$/, "") : words}`;
  if (typeof value === "object") {
    const parts = Object.entries(value).flatMap(([part, inner]) => wordsOf(part, inner) ?? []);
    return `${words}: ${parts.join(", ")}`;
  }
  if (typeof value === "number") return `${value} ${words}`;
  if (typeof value === "boolean") return value ? words : `not ${words}`;
  return `${words} ${isInstant(value) ? value.slice(0, 16).replace("T", " ") : String(value)}`;
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}
