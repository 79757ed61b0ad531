"use client";

import { AskButton } from "@/components/ui/ask-button";
import type { ReportDetail } from "@/lib/reports/schema";
import { withdraw } from "../../actions";

/** Only for the wrong patient: an error in a value is amended. */
export function WithdrawButton({
  report,
}: {
  report: Pick<ReportDetail, "id" | "number" | "version" | "patient">;
}) {
  return (
    <AskButton
      look="danger"
      ask={{
        title: `Withdraw version ${report.number}?`,
        about: `${report.patient.displayName}, ${report.patient.mrn}. Withdraw a report that is about another patient. Its results leave previous values and lists, and the check page says that it was withdrawn. A wrong value is amended instead.`,
        keep: "Keep it",
        act: `Withdraw version ${report.number}`,
        busy: "Withdrawing",
        reason: { label: "Why is it withdrawn?" },
        onAct: ({ note }) =>
          withdraw({ params: { reportId: report.id }, body: { reason: note }, ifMatch: report.version }),
      }}
    >
      Withdraw
    </AskButton>
  );
}
