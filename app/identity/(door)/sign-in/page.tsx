import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pageActor } from "@/lib/api/page-actor";
import { safeNextPath } from "@/lib/core/next-path";
import { Door } from "../../_components/door";
import { placeOfActor } from "../../place";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const footers = {
  laboratory: "Colleagues join by the invitation that the laboratory's administrator sends them.",
  learn: "Your laboratory's reports are read here by you alone.",
  root: "Staff sign in at their laboratory's own address.",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  const actor = await pageActor();
  if (actor.account) redirect(safeNextPath(next));
  return (
    <Door title="Sign in" footer={footers[placeOfActor(actor)]}>
      <SignInForm next={safeNextPath(next)} />
    </Door>
  );
}
