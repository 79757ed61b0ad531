import { VersionList } from "@/components/lab/version-list";
import { FileButton, LinkButton } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { WholeOrder } from "@/lib/billing/schema.order-page";
import { type Actor, may } from "@/lib/core/actor";
import { standing, titleOf } from "../../../reports/report-words";

type Report = WholeOrder["reports"][number];

type ReportVersionsProps = { order: WholeOrder; actor: Actor; zone: string };

/** The versions of the order's report, newest first; each stays readable. Above them, the way to the next. */
export function ReportVersions({ order, actor, zone }: ReportVersionsProps) {
  const { reports } = order;
  const waits = order.results.filter(({ state }) => state === "verified").length;
  return (
    <>
      {waits > 0 && may(actor, "result:release") && (
        <p className="my-2 flex flex-wrap items-center gap-3">
          <LinkButton size="small" href={`/release#${order.id}`} prefetch={false}>
            Release
          </LinkButton>
          <span className="text-ink-2">
            {waits === 1 ? "1 line is verified" : `${waits} lines are verified`}
          </span>
        </p>
      )}
      {reports.length === 0 ? (
        <p className="text-ink-3">Nothing is released yet. Each release makes a numbered version here.</p>
      ) : (
        <Versions reports={reports} zone={zone} />
      )}
    </>
  );
}

function Versions({ reports, zone }: { reports: readonly Report[]; zone: string }) {
  return (
    <VersionList
      versions={reports.map((report) => ({
        number: report.number,
        title: titleOf(report),
        state: standing(report),
        reason: report.withdrawReason ?? report.reason,
        issued: (
          <>
            <Time at={report.issuedAt} zone={zone} />, {report.issuedBy}
          </>
        ),
        actions: (
          <>
            <LinkButton size="small" href={`/reports/${report.id}`} prefetch={false}>
              Open
            </LinkButton>
            <FileButton size="small" look="quiet" href={`/reports/${report.id}/pdf`} target="_blank">
              PDF
            </FileButton>
          </>
        ),
      }))}
    />
  );
}
