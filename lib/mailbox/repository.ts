import type { PlatformDb } from "@/lib/infra/db";
import type { KeptMail } from "./schema";

/** The latest messages, newest first. */
export async function latestMail(db: PlatformDb, about: { to?: string; id?: string }): Promise<KeptMail[]> {
  const rows = await db.mail.findMany({
    where: { ...(about.to && { recipient: about.to }), ...(about.id && { id: about.id }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map(({ id, recipient, subject, template, text, html, createdAt }) => ({
    id,
    to: recipient,
    subject,
    template,
    text: text ?? "",
    html: html ?? "",
    createdAt: createdAt.toISOString(),
  }));
}
