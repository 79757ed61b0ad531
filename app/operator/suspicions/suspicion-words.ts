import type { SuspicionView } from "@/lib/accounts/schema.watch";

/** What it looked like. */
export const kindWords: Record<SuspicionView["kind"], string> = {
  many_accounts: "Many accounts from one address",
  refresh_replay: "A spent token came back",
  code_spraying: "Codes tried for many people",
  new_network: "A sign-in from a new network and time zone",
  not_me: "Its owner said it was not them",
};

/** What was done about it at once. */
export const answerWords: Record<SuspicionView["answer"], string> = {
  noted: "noted",
  notice_sent: "its owner was told",
  second_factor_asked: "a second factor was asked for",
  sessions_ended: "the sessions were ended",
  account_locked: "the account was locked",
};

/** "people 12, attempts 14, minutes 10": what it was seen by. */
export function evidenceWords(evidence: SuspicionView["evidence"]): string {
  return Object.entries(evidence)
    .map(([name, value]) => {
      const words = name
        .replace(/([A-Z])/g, " $1")
        .replaceAll("_", " ")
        .toLowerCase();
      return `${words} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`;
    })
    .join(", ");
}
