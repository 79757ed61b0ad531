import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Column } from "@/components/site/column";
import { DescriptionList } from "@/components/ui/description-list";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Section } from "@/components/ui/section";
import { load } from "@/lib/api/load";
import { readMailbox } from "@/lib/mailbox/operations/read-mailbox";

export const metadata: Metadata = { title: "A mail" };

export default async function MailPage({ params }: { params: Promise<{ mailId: string }> }) {
  const { mailId } = await params;
  const [mail] = await load(readMailbox, { query: { id: mailId } });
  if (!mail) notFound();
  return (
    <Column>
      <PageHead title={mail.subject} actions={<PageLink href="/dev/mail">All mails</PageLink>} />
      <DescriptionList
        items={[
          { term: "To", value: mail.to },
          { term: "Message", value: mail.template },
        ]}
      />
      {mail.html === null || mail.text === null ? (
        <Empty title="Its words are forgotten">
          A carrier took this mail more than a day ago. Ask for a new one.
        </Empty>
      ) : (
        <>
          <Section title="As it is shown">
            <iframe
              title="The mail"
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={mail.html}
              className="h-160 w-full rounded-md border border-line-strong bg-white"
            />
          </Section>
          <Section title="As plain text">
            <pre className="overflow-x-auto rounded-md bg-sunken p-4 text-sm whitespace-pre-wrap">
              {mail.text}
            </pre>
          </Section>
        </>
      )}
    </Column>
  );
}
