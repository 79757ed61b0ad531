import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AuthFrame } from "@/components/lab/auth-frame";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { tryLoad } from "@/lib/api/load";
import { pageActor } from "@/lib/api/page-actor";
import { readCheckCode } from "@/lib/core/check-code";
import { checkReport } from "@/lib/reports/operations/check-report";
import type { ReportCheck } from "@/lib/reports/schema";
import { CodeForm } from "../code-form";

export const metadata: Metadata = { title: "Check a report", robots: { index: false } };

/** Where the square on the paper leads. */
export default async function CheckedPage({ params }: { params: Promise<{ code: string }> }) {
  const { laboratory, from } = await pageActor();
  if (!laboratory) notFound();
  const typed = readable((await params).code).slice(0, 100);
  const checked = await tryLoad(checkReport, { params: { checkCode: typed } });
  return (
    <AuthFrame
      laboratory={{ name: laboratory.name }}
      title="Check a report"
      host={from.host}
      demonstration={laboratory.isDemonstration}
      footer="This page shows nothing about the patient. Compare the rest with the paper you hold."
    >
      <p>
        Code <Id strong>{readCheckCode(typed) ?? typed}</Id>
      </p>
      {checked.ok ? (
        <Verdict {...checked.value} laboratory={laboratory.name} />
      ) : (
        <Note kind="bad" title={`${checked.problem.title}.`}>
          {checked.problem.message}
        </Note>
      )}
      <CodeForm again />
    </AuthFrame>
  );
}

function Verdict({ result, version, supersededBy, laboratory }: ReportCheck & { laboratory: string }) {
  switch (result) {
    case "current":
      return (
        <Note kind="ok" title="Genuine and current." live="status">
          <Words>
            {laboratory} issued this report. It is version {version}, and no newer one has taken its place.
          </Words>
        </Note>
      );
    case "superseded":
      return (
        <Note kind="warn" title="Genuine, but no longer current." live="status">
          <Words>
            {laboratory} issued this report as version {version}.{" "}
            {supersededBy === undefined
              ? "A newer version has taken its place"
              : `Version ${supersededBy} has taken its place`}
            : ask for it before you use this one.
          </Words>
        </Note>
      );
    case "withdrawn":
      return (
        <Note kind="bad" title="Withdrawn: do not use this report." live="status">
          <Words>
            {laboratory} issued it as version {version} and has withdrawn it. Ask the laboratory what takes
            its place.
          </Words>
        </Note>
      );
    case "unknown":
      return (
        <Note kind="bad" title="No report of this laboratory has this code." live="status">
          <Words>
            Compare it with the paper, letter by letter. If it is right, this is not a genuine report of{" "}
            {laboratory}, or it is another laboratory's.
          </Words>
        </Note>
      );
  }
}

function Words({ children }: { children: ReactNode }) {
  return <span className="block">{children}</span>;
}

/** A path that is not well written is a code that is not known. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
