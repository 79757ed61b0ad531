import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageLink } from "@/components/ui/page-link";
import { allowsCode } from "@/lib/accounts/operations/sign-in-code";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { Door } from "../../../_components/door";
import { CodeSteps } from "./_components/code-steps";

export const metadata: Metadata = { title: "Sign in with a code" };

type Props = { searchParams: Promise<{ next?: string }> };

export default async function SignInCodePage({ searchParams }: Props) {
  const { next } = await searchParams;
  const actor = await pageActor();
  if (actor.account) redirect(safeNextPath(next));
  const back = next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
  // Where the laboratory does not let people in by mail there is no such page.
  if (!allowsCode(actor)) redirect(back);
  return (
    <Door title="Sign in with a code" footer={<PageLink href={back}>Sign in with your password</PageLink>}>
      <CodeSteps next={safeNextPath(next)} />
    </Door>
  );
}
