import { reportCorrected } from "@/emails/report-corrected";
import { reportReady } from "@/emails/report-ready";
import type { Actor } from "@/lib/core/actor";
import { originOf } from "@/lib/infra/hosts";
import { sameLetter } from "@/lib/infra/letters";
import { brandFor, type Letter } from "@/lib/infra/mail";
import type { LabContext } from "@/lib/infra/operation";
import { keepNotices, type Recipient, recipientsOf } from "./repository.notices";

const messages = { ready: reportReady, corrected: reportCorrected };
type Kind = keyof typeof messages;
type Sender = Pick<Actor, "laboratory" | "from">;

/** Writes out what a release may have to say, before its transaction begins. */
export async function prepareNotices(actor: Sender): Promise<undefined> {
  if (!actor.laboratory) return;
  await Promise.all(
    readers.flatMap((who) => [letterOf(actor, "ready", who), letterOf(actor, "corrected", who)]),
  );
}

/**
 * Owes a mail to the requester and the patient of each report that was issued, as far as an address is known. A
 * version that corrects another goes to whoever was written to before, too. The mail tells nothing of whose report
 * it is, so that one is enough however many reports of theirs are released together.
 */
export async function tellOfReports(
  { db, actor, mail }: LabContext,
  reports: readonly { id: string; orderId: string }[],
): Promise<void> {
  if (reports.length === 0) return;
  const recipients = unique(await recipientsOf(db, actor.laboratory.id, reports), (each) => [
    each.reportId,
    each.recipient.toLowerCase(),
  ]);
  await keepNotices(db, actor.laboratory.id, recipients);
  const letters = recipients.map((each) => ({
    kind: each.isCorrecting ? ("corrected" as const) : ("ready" as const),
    who: each.who,
    to: each.recipient,
  }));
  for (const { kind, who, to } of unique(letters, ({ kind, to }) => [kind, to.toLowerCase()])) {
    mail({ ...(await letterOf(actor, kind, who)), to });
  }
}

const readers = ["patient", "member", "requester"] as const satisfies readonly Recipient["who"][];

/** Members sign in at their laboratory's own address to read it; the portal explains to patients how one is read. */
function letterOf(actor: Sender, kind: Kind, who: Recipient["who"]): Promise<Letter> {
  const brand = brandFor(actor);
  const link = who === "member" ? `${brand.origin}/reports` : null;
  const guide = who === "patient" ? `${originOf({ kind: "learn" })}/` : null;
  return sameLetter(messages[kind], { recipientName: null, link, guide }, brand);
}

function unique<T>(all: readonly T[], keyOf: (each: T) => readonly string[]): T[] {
  return [...new Map(all.map((each) => [keyOf(each).join("\n"), each])).values()];
}
