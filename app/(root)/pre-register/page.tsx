import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { PageHead } from "@/components/ui/page-head";
import { AskForm } from "./_components/ask-form";

export const metadata: Metadata = { title: "Tell me when it opens" };

export default function PreRegisterPage() {
  return (
    <Column>
      <PageHead
        title="Tell me when it opens"
        size="lead"
        note="Where MedVuno is not open yet: leave your e-mail address, confirm it, and you get one mail on the day."
      />
      <AskForm />
    </Column>
  );
}
