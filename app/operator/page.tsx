import { Count } from "@/components/ui/count";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Section } from "@/components/ui/section";
import { openOverview } from "@/lib/operator/operations/open-overview";
import type { Overview } from "@/lib/operator/schema.console";
import { ConsoleScreen } from "./_components/console-screen";
import { consoleLoad } from "./operator-actor";
import { leadSentence, waitingLines } from "./waiting-lines";

export const metadata = { title: "Installation" };

export default async function InstallationPage() {
  const overview = await consoleLoad(openOverview);
  return (
    <ConsoleScreen crumbs={[{ label: "Installation" }]}>
      <PageHead size="lead" title={leadSentence(overview)} />
      <Waiting overview={overview} />
      <Section title="Laboratories">
        <p className="text-ink-2">
          <PageLink href="/operator/laboratories">
            {overview.laboratories === 1 ? "1 laboratory" : `${overview.laboratories} laboratories`}
          </PageLink>{" "}
          on this installation
          {overview.laboratoriesSuspended > 0 && (
            <>
              , of which{" "}
              <PageLink href="/operator/laboratories?state=suspended">
                {overview.laboratoriesSuspended} suspended
              </PageLink>
            </>
          )}
          .
        </p>
      </Section>
    </ConsoleScreen>
  );
}

function Waiting({ overview }: { overview: Overview }) {
  const lines = waitingLines(overview);
  if (lines.length === 0) return null;
  return (
    <ul aria-label="What waits" className="max-w-160 border-t border-line-strong">
      {lines.map(({ href, what, does, count }) => (
        <li key={href} className="relative border-b border-line py-2.5 hover:bg-hover">
          <PageLink
            href={href}
            className="flex items-center gap-2 font-medium text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            {what}
            <Count>{count}</Count>
          </PageLink>
          <p className="text-ink-2">{does}</p>
        </li>
      ))}
    </ul>
  );
}
