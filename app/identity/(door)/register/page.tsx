import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/api/page-actor";
import { Door } from "../../_components/door";
import { placeOfActor } from "../../place";
import { Elsewhere } from "./_components/elsewhere";
import { PatientForm } from "./_components/patient-form";

export const metadata: Metadata = { title: "Register" };

export default async function RegisterPage() {
  const actor = await pageActor();
  if (actor.account) redirect("/account");
  if (placeOfActor(actor) === "laboratory") {
    return (
      <Door title="Register">
        <Elsewhere path="/register" />
      </Door>
    );
  }
  return (
    <Door
      title="Register as a patient"
      footer={
        <>
          You see patients? <PageLink href="/register/provider">Register as a provider</PageLink>. You have an
          account? <PageLink href="/sign-in">Sign in</PageLink>
        </>
      }
    >
      <PatientForm />
    </Door>
  );
}
