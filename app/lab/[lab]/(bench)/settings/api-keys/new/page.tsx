import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { benchActor } from "../../../bench-actor";
import { KeyForm } from "./key-form";

export const metadata = { title: "Make an API key" };

export default async function NewKeyPage() {
  await benchActor("key:manage");
  return (
    <Screen
      crumbs={[
        { label: "Settings", href: "/settings" },
        { label: "API keys", href: "/settings/api-keys" },
        { label: "New" },
      ]}
    >
      <PageHead title="Make an API key" note="A program's way into this laboratory. It is shown once." />
      <KeyForm />
    </Screen>
  );
}
