import { Printer } from "lucide-react";
import type { Metadata } from "next";
import { IdentityStrip } from "@/components/lab/identity-strip";
import { Screen } from "@/components/lab/screen";
import { StateMark } from "@/components/lab/state-mark";
import { VersionList } from "@/components/lab/version-list";
import { FileButton, LinkButton } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { openReport } from "@/lib/reports/operations/open-report";
import type { ReportDetail } from "@/lib/reports/schema";
import { bornWords, sexWords } from "../../_components/person-words";
import { nameParts } from "../../_components/shown-name";
import { benchActor } from "../../bench-actor";
import { standing, titleOf } from "../report-words";
import { ReportLines } from "./_components/report-lines";
import { WithdrawButton } from "./_components/withdraw-button";

type Params = { params: Promise<{ reportId: string }> };

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: Params) {
  const { reportId } = await params;
  const actor = await benchActor();
  const report = await load(openReport, { params: { reportId } });
  const state = standing(report);
  const zone = actor.laboratory.timeZone;
  const mayWithdraw = may(actor, "report:withdraw") && state === "current";
  return (
    <Screen
      crumbs={[
        { label: "Reports", href: "/reports" },
        { label: `${report.accessionNumber}, version ${report.number}` },
      ]}
      identity={<Whom report={report} />}
      aside={<Versions report={report} zone={zone} />}
    >
      <PageHead
        title={
          <>
            Report <Id>{report.accessionNumber}</Id>, version {report.number}
          </>
        }
        marks={<StateMark kind="report" state={state} />}
        note={
          <>
            {titleOf(report)}. Issued <Time at={report.issuedAt} zone={zone} form="both" /> by{" "}
            {report.issuedBy}.
          </>
        }
        actions={
          <>
            {mayWithdraw && <WithdrawButton report={report} />}
            <FileButton href={`/reports/${report.id}/pdf`} target="_blank">
              <Printer aria-hidden="true" />
              Open the PDF
            </FileButton>
          </>
        }
      />
      <Standing report={report} />
      <ToBeTold report={report} />
      <Corrections report={report} zone={zone} />
      <Pending report={report} />
      {report.content && <ReportLines content={report.content} />}
      <Section title="Checking it">
        <DescriptionList
          items={[
            { term: "Check code", value: <Id>{report.checkCode}</Id> },
            { term: "Address", value: <a href={report.checkUrl}>{report.checkUrl}</a> },
            {
              term: "SHA-256",
              value: <span className="id wrap-anywhere whitespace-normal">{report.sha256}</span>,
            },
          ]}
        />
        <p className="mt-2 max-w-[68ch] text-ink-2">
          Anybody who holds the paper can see there whether it is genuine and current. Nothing is said about
          the patient.
        </p>
      </Section>
    </Screen>
  );
}

function Whom({ report: { patient, content } }: { report: ReportDetail }) {
  return (
    <IdentityStrip
      identity={{
        ...nameParts(patient),
        mrn: patient.mrn,
        born: bornWords(patient),
        sex: sexWords[patient.sex],
        age: content?.patient.ageAtCollection,
      }}
      more={content?.requester ? [{ term: "Requester", value: content.requester }] : []}
    />
  );
}

function Standing({ report }: { report: ReportDetail }) {
  if (report.withdrawnAt) {
    return (
      <Note kind="bad" title="This report was withdrawn." className="mb-5">
        {report.withdrawReason}
      </Note>
    );
  }
  if (!report.supersededBy) return null;
  return (
    <Note kind="warn" title={`Version ${report.supersededBy} took its place.`} className="mb-5">
      This version stays readable; it no longer counts.
    </Note>
  );
}

function Corrections({ report, zone }: { report: ReportDetail; zone: string }) {
  const corrections = report.content?.corrections ?? [];
  if (corrections.length === 0) return null;
  return (
    <Section title="What changed">
      <ul className="grid gap-2">
        {corrections.map((each) => (
          <li key={`${each.version}-${each.analyte}`}>
            <strong>{each.analyte}</strong>: <s className="text-ink-3">{each.from}</s> is now {each.to}, since
            version {each.version}. <span className="text-ink-2">{each.reason}</span>{" "}
            <span className="text-xs text-ink-3">
              <Time at={each.at} zone={zone} form="both" />, {each.by}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whoever holds a version that no longer counts (R18); an e-mail that says so carries no result. */
function ToBeTold({ report: { toBeTold } }: { report: ReportDetail }) {
  if (toBeTold.length === 0) return null;
  return (
    <Section title="Who must be told" count={toBeTold.length}>
      <ul>
        {toBeTold.map(({ name, role, phone, email, because }) => (
          <li key={name} className="flex flex-wrap gap-x-4 border-b border-line py-1.5">
            <strong>{name}</strong>
            {role && <span>{role}</span>}
            {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>}
            {email && <a href={`mailto:${email}`}>{email}</a>}
            <span className="ms-auto text-ink-2">{because}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Pending({ report }: { report: ReportDetail }) {
  const pending = report.content?.pendingTests ?? [];
  if (pending.length === 0) return null;
  return (
    <Section title="Pending when it was issued">
      <p>{pending.join(", ")}</p>
    </Section>
  );
}

function Versions({ report, zone }: { report: ReportDetail; zone: string }) {
  return (
    <Section
      title="Versions"
      aside={
        <LinkButton size="small" href={`/orders/${report.orderId}`}>
          Order
        </LinkButton>
      }
    >
      <VersionList
        versions={report.versions.map((each) => ({
          number: each.number,
          title: titleOf(each),
          state: standing(each),
          reason: each.reason,
          issued: (
            <>
              <Time at={each.issuedAt} zone={zone} form="both" />, {each.issuedBy}
            </>
          ),
          actions:
            each.id === report.id ? undefined : (
              <LinkButton size="small" href={`/reports/${each.id}`} prefetch={false}>
                Open
              </LinkButton>
            ),
        }))}
      />
    </Section>
  );
}
