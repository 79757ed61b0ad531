import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/api/page-actor";
import { Door } from "../../../_components/door";

export const metadata: Metadata = { title: "Look in your mail" };

export default async function SentPage() {
  const { laboratory } = await pageActor();
  return (
    <Door
      title="Look in your mail"
      footer={
        <>
          Nothing came after some minutes? Look among unwanted mail, check how your address is written, and{" "}
          <PageLink href="/forgot-password">ask again</PageLink>. Only the newest mail counts.
        </>
      }
    >
      <Note kind="ok">
        If there is an account with this address{laboratory ? ` at ${laboratory.name}` : ""}, a mail is on its
        way.
      </Note>
      <p>Open the link in it, which is good for 24 hours, or type its code within ten minutes.</p>
      <LinkButton href="/reset-password" look="tenant" size="large" wide>
        Type the code
      </LinkButton>
    </Door>
  );
}
