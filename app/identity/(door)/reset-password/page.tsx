import type { Metadata } from "next";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/api/page-actor";
import { Door } from "../../_components/door";
import { CodeForm } from "./_components/code-form";

export const metadata: Metadata = { title: "New password by code" };

export default async function ResetByCodePage() {
  const { laboratory } = await pageActor();
  return (
    <Door
      title="New password"
      footer={
        <>
          No code, or one that is older than ten minutes?{" "}
          <PageLink href="/forgot-password">Ask for a new mail</PageLink>
        </>
      }
    >
      <CodeForm lengthMin={laboratory?.passwordLengthMin} />
    </Door>
  );
}
