import { type Actor, may } from "@/lib/core/actor";
import type { Dashboard } from "@/lib/dashboard/schema";
import { countOf } from "../_components/number-words";

type Queue = { waiting: number; isCapped: boolean };

/** What waits for this person, in one sentence: the last step that is theirs comes first. */
export function leadSentence(dashboard: Dashboard, actor: Actor): string {
  const { release, verification, entry, arriving, collection, invoices } = dashboard;
  const yours = verification && { ...verification, waiting: verification.waiting - verification.notYours };
  const waits: (string | null)[] = [
    says(release, "order", "for your release"),
    says(yours, "sample", "for your verification"),
    may(actor, "result:enter") ? says(entry, "sample", "for entry") : null,
    says(arriving, "sample", "to be received at the bench"),
    may(actor, "sample:collect") ? says(collection, "order", "for collection") : null,
    may(actor, "invoice:manage") ? says(invoices?.toIssue ?? null, "invoice", "to be issued") : null,
    may(actor, "payment:record") ? says(invoices?.unpaid ?? null, "invoice", "for payment") : null,
  ];
  const first = waits.find((sentence) => sentence !== null);
  if (first) return first;
  const works = ["result:release", "result:enter", "sample:collect", "invoice:manage"] as const;
  if (works.some((each) => may(actor, each))) return "Nothing waits for you";
  return todaySentence(dashboard);
}

function says(queue: Queue | null, noun: string, what: string): string | null {
  if (!queue || queue.waiting === 0) return null;
  const { waiting, isCapped } = queue;
  return `${countOf(waiting, noun, { isCapped })} ${waiting === 1 ? "waits" : "wait"} ${what}`;
}

function todaySentence({ flow: { placed, released, isCapped } }: Dashboard): string {
  if (placed === 0) return "Nothing was ordered today yet";
  const ordered = `${countOf(placed, "sample", { isCapped })} ${placed === 1 ? "was" : "were"} ordered today`;
  return released === 0 ? ordered : `${ordered}, ${released} released`;
}
