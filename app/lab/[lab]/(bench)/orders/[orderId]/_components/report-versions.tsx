import { type Version, VersionList } from "@/components/lab/version-list";
import { FileButton, LinkButton } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { WholeOrder } from "@/lib/billing/schema.order-page";

type Report = WholeOrder["reports"][number];

/** The versions of the order's report, newest first; each stays readable. */
export function ReportVersions({ reports, zone }: { reports: readonly Report[]; zone: string }) {
  if (reports.length === 0) {
    return <p className="text-ink-3">Nothing is released yet. Each release makes a numbered version here.</p>;
  }
  return (
    <VersionList
      versions={reports.map(
        (report): Version => ({
          number: report.number,
          title: [report.status === "final" ? "Final" : "Preliminary", report.isCorrected && "corrected"]
            .filter(Boolean)
            .join(", "),
          state: stateOf(report),
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
        }),
      )}
    />
  );
}

function stateOf({ withdrawnAt, supersededBy }: Report): Version["state"] {
  if (withdrawnAt) return "withdrawn";
  return supersededBy ? "superseded" : "current";
}
