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
  const links = [
    placeToRead(actor, "patient"),
    placeToRead(actor, "member"),
    placeToRead(actor, "requester"),
  ];
  await Promise.all(
    links.flatMap((link) => [letterOf(actor, "ready", link), letterOf(actor, "corrected", link)]),
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
    link: placeToRead(actor, each.who),
    to: each.recipient,
  }));
  for (const { kind, link, to } of unique(letters, ({ kind, to }) => [kind, to.toLowerCase()])) {
    mail({ ...(await letterOf(actor, kind, link)), to });
  }
}

/** Where somebody can sign in to read it: patients at the portal, members at their laboratory's own address. */
function placeToRead(actor: Sender, who: Recipient["who"]): string | null {
  if (who === "requester") return null;
  return who === "patient" ? `${originOf({ kind: "learn" })}/` : `${brandFor(actor).origin}/reports`;
}

function letterOf(actor: Sender, kind: Kind, link: string | null): Promise<Letter> {
  return sameLetter(messages[kind], { recipientName: null, link }, brandFor(actor));
}

function unique<T>(all: readonly T[], keyOf: (each: T) => readonly string[]): T[] {
  return [...new Map(all.map((each) => [keyOf(each).join("\n"), each])).values()];
}
