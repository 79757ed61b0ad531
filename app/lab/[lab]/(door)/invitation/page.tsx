import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuthFrame } from "@/components/lab/auth-frame";
import { Note } from "@/components/ui/note";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import { tryLoad } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { permissions, permissionsOf, roles } from "@/lib/core/access";
import { openInvitationLink } from "@/lib/laboratories/operations/open-invitation-link";
import { AcceptForm } from "./_components/accept-form";

// The address holds the proof: it is told to nobody.
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "no-referrer",
  robots: { index: false },
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function InvitationPage({ searchParams }: Props) {
  const { laboratory, from } = await pageActor();
  if (!laboratory) notFound();
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  // Looking changes nothing: scanners of mail follow links.
  const asked = await tryLoad(openInvitationLink, { query: { token: given } });
  const link = asked.ok && asked.value.valid ? asked.value : null;
  const frame = {
    laboratory: { name: laboratory.name },
    host: from.host,
    demonstration: laboratory.isDemonstration,
  };
  if (!link) {
    return (
      <AuthFrame {...frame} title="Invitation" footer={<SignInInstead />}>
        <Note kind="warn" title="This link is no longer good.">
          It was used, withdrawn, sent anew, or is older than seven days. Ask an administrator of{" "}
          {laboratory.name} to send you another.
        </Note>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame {...frame} title={`Join ${laboratory.name}`} footer={<SignInInstead />}>
      <div className="grid gap-2">
        <p>
          For <strong className="wrap-anywhere">{link.email}</strong>, as{" "}
          {link.roles.map((role) => roles[role].label.toLowerCase()).join(" and ")}. The invitation is good
          until <Time at={link.expiresAt} zone={laboratory.timeZone} form="both" />.
        </p>
        <details className="text-ink-2">
          <summary className="w-fit text-link underline underline-offset-2">What you may do then</summary>
          <ul className="mt-1.5 list-disc ps-5">
            {sentences(link.roles).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
      <AcceptForm token={given} email={link.email} />
    </AuthFrame>
  );
}

function SignInInstead() {
  return (
    <>
      You have joined already? <PageLink href="/sign-in">Sign in</PageLink>
    </>
  );
}

function sentences(held: Parameters<typeof permissionsOf>[0]): string[] {
  return [...permissionsOf(held)].map((permission) => permissions[permission]);
}
