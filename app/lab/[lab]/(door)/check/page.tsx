import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AuthFrame } from "@/components/lab/auth-frame";
import { pageActor } from "@/lib/api/page-actor";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Check a report" };

type Props = { searchParams: Promise<{ code?: string | string[] }> };

/** Open to everybody who holds a report. */
export default async function CheckPage({ searchParams }: Props) {
  const { laboratory, from } = await pageActor();
  if (!laboratory) notFound();
  const { code } = await searchParams;
  const typed = typeof code === "string" ? code.trim().slice(0, 100) : "";
  if (typed) redirect(`/check/${encodeURIComponent(typed)}`);
  return (
    <AuthFrame
      laboratory={{ name: laboratory.name }}
      title="Check a report"
      host={from.host}
      demonstration={laboratory.isDemonstration}
      footer="It tells whether a report is genuine and current, and nothing about the patient."
    >
      <CodeForm />
    </AuthFrame>
  );
}
