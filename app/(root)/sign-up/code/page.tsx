import type { Metadata } from "next";
import { Column } from "@/components/site/column";
import { PageHead } from "@/components/ui/page-head";
import { CodeForm } from "../_components/code-form";

export const metadata: Metadata = { title: "Type the code" };

export default function CodePage() {
  return (
    <Column>
      <PageHead title="Type the code from your mail" size="lead" />
      <CodeForm />
    </Column>
  );
}
