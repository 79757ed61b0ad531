import "server-only";
import { operatorNotice } from "@/emails/operator-notice";
import { originOf } from "@/lib/infra/hosts";
import { compose, ownBrand } from "@/lib/infra/mail";
import type { PlatformContext } from "@/lib/infra/operation";
import { operatorEmails } from "../repository.providers";

/** Owes everybody who runs the installation a notice that something waits for them in the console. */
export async function tellOperators(
  { db, mail }: PlatformContext,
  of: { what: string; lines: string[]; path: `/operator/${string}` },
): Promise<void> {
  const [first, ...others] = await operatorEmails(db);
  if (first === undefined) return;
  const { what, lines, path } = of;
  const notice = { to: first, what, lines, link: `${originOf({ kind: "root" })}${path}` };
  const letter = await compose(operatorNotice, notice, ownBrand());
  for (const to of [first, ...others]) mail({ ...letter, to });
}
