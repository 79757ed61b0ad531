import { Document } from "@react-pdf/renderer";
import type { Press } from "@/lib/core/press";
import type { ReportContent } from "@/lib/reports/content";
import { fullName } from "./paper-style";
import { ReportCheck } from "./report-check";
import { ReportCorrections } from "./report-corrections";
import { ReportCritical } from "./report-critical";
import { ReportIdentity } from "./report-identity";
import { ReportLegend } from "./report-legend";
import { ReportPending } from "./report-pending";
import { ReportPeople } from "./report-people";
import { ReportSection } from "./report-section";
import { ReportTitle } from "./report-title";
import { birthWords, statusWords } from "./report-words";
import { Sheet } from "./sheet";

/** A laboratory report on A4 (R21). It says what its content says and nothing of its own. */
export function ReportDocument({ content, press }: { content: ReportContent; press: Press }) {
  const { laboratory, report, patient, order } = content;
  const issuedAt = new Date(report.issuedAt);
  const title = `${order.accessionNumber}, version ${report.number}`;
  return (
    <Document
      title={`Laboratory report ${title}`}
      author={laboratory.name}
      creator="MedVuno LIMS"
      producer="MedVuno LIMS"
      language="en-GB"
      creationDate={issuedAt}
    >
      <Sheet
        laboratory={laboratory}
        press={press}
        demonstration={report.demonstration}
        who={{ name: fullName(patient), identifiers: `${patient.mrn} · born ${birthWords(patient)}` }}
        what={`${title}, ${statusWords(content)}`}
      >
        <ReportTitle content={content} />
        <ReportIdentity content={content} press={press} />
        <ReportCorrections content={content} />
        <ReportPending content={content} />
        {content.sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: frozen content is never reordered, and a test can be there twice
          <ReportSection key={index} section={section} content={content} />
        ))}
        <ReportLegend content={content} />
        <ReportCritical content={content} />
        <ReportPeople content={content} />
        <ReportCheck content={content} press={press} />
      </Sheet>
    </Document>
  );
}
