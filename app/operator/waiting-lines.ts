import { countOf, inWords } from "@/app/lab/[lab]/(bench)/_components/number-words";
import type { Overview } from "@/lib/operator/schema.console";

type Line = { href: string; what: string; does: string; count: number };

/** What waits for somebody, the most pressing first; what does not wait is not there. */
export function waitingLines(overview: Overview): Line[] {
  const lines: Line[] = [
    {
      href: "/operator/suspicions",
      what: "Suspicions",
      does: "Something looked like an attack. See what it was, and what was done.",
      count: overview.suspicionsOpen,
    },
    {
      href: "/operator/providers",
      what: "Providers",
      does: "Clinicians who wait to be verified.",
      count: overview.providersPending,
    },
    {
      href: "/operator/mails?state=dead",
      what: "Undeliverable mails",
      does: "Nobody has received them. See why, and send them anew.",
      count: overview.mailsDead,
    },
    {
      href: "/operator/tasks?state=FAILURE",
      what: "Failed tasks",
      does: "Background work of the last seven days that gave up.",
      count: overview.tasksFailed,
    },
    {
      href: "/operator/accounts?state=locked",
      what: "Locked accounts",
      does: "Their owners cannot sign in until somebody unlocks them.",
      count: overview.accountsLocked,
    },
  ];
  return lines.filter(({ count }) => count > 0);
}

/** "Two suspicions and one provider wait for you", "Nothing waits for you". */
export function leadSentence(overview: Overview): string {
  const { suspicionsOpen, providersPending, mailsDead, tasksFailed } = overview;
  const parts = [
    { count: suspicionsOpen, noun: "suspicion" },
    { count: providersPending, noun: "provider" },
    { count: mailsDead, noun: "undeliverable mail" },
    { count: tasksFailed, noun: "failed task" },
  ].filter(({ count }) => count > 0);
  const [first, ...others] = parts;
  if (!first) return "Nothing waits for you";
  const rest = others.map(({ count, noun }) => `${inWords(count)} ${noun}${count === 1 ? "" : "s"}`);
  const words = [countOf(first.count, first.noun), ...rest];
  const last = words.length > 1 ? ` and ${words.at(-1)}` : "";
  const listed = words.length > 1 ? words.slice(0, -1).join(", ") : words[0];
  const isOne = parts.length === 1 && first.count === 1;
  return `${listed}${last} ${isOne ? "waits" : "wait"} for you`;
}
