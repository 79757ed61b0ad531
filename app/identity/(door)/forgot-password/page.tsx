import type { Metadata } from "next";
import { PageLink } from "@/components/ui/page-link";
import { Door } from "../../_components/door";
import { ForgotForm } from "./_components/forgot-form";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPasswordPage() {
  return (
    <Door
      title="New password"
      footer={
        <>
          You have a code already? <PageLink href="/reset-password">Type it here</PageLink>. You know your
          password again? <PageLink href="/sign-in">Sign in</PageLink>
        </>
      }
    >
      <p>Type your e-mail address. A mail with a link and a code comes to you, and you choose a new one.</p>
      <ForgotForm />
    </Door>
  );
}
