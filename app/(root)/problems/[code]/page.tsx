import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Column } from "@/components/site/column";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { type ProblemCode, problemCodes } from "@/lib/core/problem";
import { advice } from "./advice";

type Params = { params: Promise<{ code: string }> };

async function codeOf({ params }: Params): Promise<ProblemCode> {
  const code = (await params).code.replaceAll("-", "_");
  if (!Object.hasOwn(problemCodes, code)) notFound();
  // Looked up in the line before.
  return code as ProblemCode;
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  return { title: problemCodes[await codeOf(props)].title };
}

export default async function ProblemPage(props: Params) {
  const code = await codeOf(props);
  const { status, title } = problemCodes[code];
  return (
    <Column>
      <PageHead
        title={title}
        note={
          <>
            <code className="id">{code}</code>, answered with HTTP status {status}
          </>
        }
      />
      <p className="max-w-[68ch] text-base">{advice[code]}</p>
      <p className="mt-6">
        <PageLink href="/api/docs">API documentation</PageLink>
      </p>
    </Column>
  );
}
