import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageLink } from "@/components/ui/page-link";
import { Door } from "../../../_components/door";

export const metadata: Metadata = { title: "Choose your password" };

/** Where confirming an address leads that was registered more than once. */
export default function RegisterPasswordPage() {
  return (
    <Door
      title="Choose your password"
      footer={
        <>
          Nothing came after some minutes? Look among unwanted mail, or{" "}
          <PageLink href="/forgot-password">have it sent again</PageLink>.
        </>
      }
    >
      <Note kind="warn" title="Somebody registered this address more than once.">
        Choose your password with the mail that we have just sent. Until then none that was typed signs in.
      </Note>
      <p>
        Your address is confirmed, and you are signed in. Check that what your account says of you is what you
        typed.
      </p>
      <LinkButton href="/reset-password" look="tenant" size="large" wide>
        Type the code from the mail
      </LinkButton>
      <LinkButton href="/account" size="large" wide>
        Go to my account
      </LinkButton>
    </Door>
  );
}
