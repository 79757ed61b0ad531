import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AuthFrame } from "@/components/lab/auth-frame";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  const actor = await pageActor();
  if (!actor.laboratory) notFound();
  if (actor.member) redirect(safeNextPath(next));
  return (
    <AuthFrame
      laboratory={{ name: actor.laboratory.name }}
      title="Sign in"
      host={actor.from.host}
      demonstration={actor.laboratory.isDemonstration}
      footer="Colleagues join by the invitation that the laboratory's administrator sends them."
    >
      <SignInForm next={safeNextPath(next)} />
    </AuthFrame>
  );
}
