import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { openPreRegistrationLink } from "@/lib/accounts/operations/open-pre-registration-link";
import { tryLoad } from "@/lib/api/load";
import { ConfirmForm } from "../_components/confirm-form";

// The address holds the proof: it is told to nobody.
export const metadata: Metadata = {
  title: "Tell me when it opens",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ConfirmPreRegistrationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  // Looking changes nothing: scanners of mail follow links.
  const asked = await tryLoad(openPreRegistrationLink, { query: { token: given } });
  return (
    <Column>
      <PageHead title="Shall we tell you when it opens?" size="lead" />
      {asked.ok && asked.value.valid ? (
        <ConfirmForm token={given} />
      ) : (
        <div className="grid max-w-110 justify-items-start gap-4">
          <Note kind="warn" title="This link is no longer good.">
            It was used, is older than a day, or a newer mail has taken its place.
          </Note>
          <LinkButton href="/pre-register" size="large">
            Ask for a new one
          </LinkButton>
        </div>
      )}
    </Column>
  );
}
