import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { openNotMeLink } from "@/lib/accounts/operations/report-not-me";
import { tryLoad } from "@/lib/api/load";
import { Door } from "../../_components/door";
import { NotMe } from "./_components/not-me";

// The address holds the proof: it is told to nobody.
export const metadata: Metadata = {
  title: "This was not me",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function NotMePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  // Looking changes nothing: scanners of mail follow links.
  const asked = await tryLoad(openNotMeLink, { query: { token: given } });
  if (!asked.ok || !asked.value.valid) {
    return (
      <Door title="This was not me">
        <Note kind="warn" title="This link is no longer good.">
          It was used, or is older than seven days. If something is wrong with your account, choose a new
          password: that signs everybody out of it.
        </Note>
        <LinkButton href="/forgot-password" look="tenant" size="large" wide>
          Choose a new password
        </LinkButton>
      </Door>
    );
  }
  return (
    <Door title="This was not me" footer="It was you after all? Close this page: nothing has been done.">
      <div className="grid gap-1.5">
        <p>If somebody else is in your account, this throws them out:</p>
        <ul className="list-disc ps-5">
          <li>Everybody is signed out of it, you too, on every device.</li>
          <li>The password stops working, and changes that wait to be confirmed are stopped.</li>
          <li>Passkeys, apps and API keys that came in the last seven days are taken away.</li>
          <li>A mail comes to you, by which you choose a new password.</li>
          <li>The people who run this installation are told.</li>
        </ul>
      </div>
      <NotMe token={given} />
    </Door>
  );
}
