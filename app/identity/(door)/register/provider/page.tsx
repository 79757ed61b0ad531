import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/api/page-actor";
import { Door } from "../../../_components/door";
import { placeOfActor } from "../../../place";
import { Elsewhere } from "../_components/elsewhere";
import { ProviderForm } from "../_components/provider-form";

export const metadata: Metadata = { title: "Register as a provider" };

export default async function RegisterProviderPage() {
  const actor = await pageActor();
  if (actor.account) redirect("/account");
  if (placeOfActor(actor) === "laboratory") {
    return (
      <Door title="Register as a provider">
        <Elsewhere path="/register/provider" />
      </Door>
    );
  }
  return (
    <Door
      title="Register as a provider"
      footer={
        <>
          You are a patient? <PageLink href="/register">Register as one</PageLink>. You have an account?{" "}
          <PageLink href="/sign-in">Sign in</PageLink>
        </>
      }
    >
      <p>You confirm your address, then a person verifies your licence and writes to you.</p>
      <ProviderForm />
    </Door>
  );
}
