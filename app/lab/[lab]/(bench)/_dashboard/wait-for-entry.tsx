import Link from "next/link";
import { duration } from "@/components/lab/turnaround";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Dashboard } from "@/lib/dashboard/schema";
import { address } from "../_components/page-links";

type WaitForEntryProps = {
  entry: NonNullable<Dashboard["entry"]>;
  now: Date;
  zone: string;
  /** This is what the person is here for: the way to the first worklist stands out. */
  isTheirWork: boolean;
};

/** Samples at the bench without all of their values, by section. */
export function WaitForEntry({ entry, now, zone, isTheirWork }: WaitForEntryProps) {
  const next = [...entry.sections].sort(
    (a, b) => Date.parse(a.oldestAt ?? "") - Date.parse(b.oldestAt ?? ""),
  )[0];
  return (
    <Section title="Wait for entry" count={entry.waiting} note={entry.isCapped ? "and more" : undefined}>
      {entry.sections.length === 0 ? (
        <p className="text-ink-2">Nothing waits. Samples come here when they are received at the bench.</p>
      ) : (
        <Table label="Samples that wait for entry, by section">
          <TableHead>
            <Head>Worklist</Head>
            <Head end>Samples</Head>
            <Head end>Oldest</Head>
            <Head>With</Head>
            <Head hidden>Action</Head>
          </TableHead>
          <TableBody>
            {entry.sections.map((section) => {
              const href = address("/worklists", { section: section.section, state: "pending" });
              return (
                <Row key={section.section}>
                  <Cell phone="lead">
                    <RowLink href={href} prefetch={false}>
                      {section.section}
                    </RowLink>
                  </Cell>
                  <Cell phone="lead-end" end className="tabular-nums">
                    {section.pending}
                    <span className="md:hidden">{section.pending === 1 ? " sample" : " samples"}</span>
                  </Cell>
                  <Cell phone="sub" end className="whitespace-nowrap tabular-nums max-md:text-start!">
                    <span className="md:hidden">oldest </span>
                    {section.oldestAt && duration(minutesSince(section.oldestAt, now))}
                  </Cell>
                  <Cell phone="sub-end" className={section.lastEntry ? "text-ink-2" : "text-ink-3"}>
                    {section.lastEntry ? (
                      <>
                        {section.lastEntry.by}, <Time at={section.lastEntry.at} zone={zone} form="time" />
                      </>
                    ) : (
                      "nobody"
                    )}
                  </Cell>
                  <Cell phone="none" end>
                    {isTheirWork && section === next ? (
                      <LinkButton
                        href={href}
                        prefetch={false}
                        size="small"
                        look="primary"
                        className="relative"
                        aria-label={`Open ${section.section}`}
                      >
                        Open
                      </LinkButton>
                    ) : (
                      <Link
                        href={href}
                        prefetch={false}
                        className="relative"
                        aria-label={`Open ${section.section}`}
                      >
                        Open
                      </Link>
                    )}
                  </Cell>
                </Row>
              );
            })}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function minutesSince(at: string, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 60_000));
}
