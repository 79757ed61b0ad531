import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { Door } from "../../../_components/door";
import { signOut } from "../../../session-actions";
import { UnlockForm } from "./unlock-form";

export const metadata: Metadata = { title: "Locked" };

/** Where a locked screen comes to when it is loaded anew: nothing else is shown before it is unlocked. */
export default async function LockedPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNextPath((await searchParams).next);
  const { account, session, name } = await pageActor();
  if (!account || !session) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (!session.isLocked) redirect(next);
  return (
    <Door title="This screen is locked">
      <UnlockForm name={name} session={session.id} next={next} signOut={signOut} />
    </Door>
  );
}
