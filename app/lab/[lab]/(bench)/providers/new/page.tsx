import { Screen } from "@/components/lab/screen";
import { PageHead } from "@/components/ui/page-head";
import { benchActor } from "../../bench-actor";
import { NewProviderForm } from "./new-provider-form";

export const metadata = { title: "Add a provider" };

export default async function NewProviderPage() {
  await benchActor("provider:manage");
  return (
    <Screen find={false} crumbs={[{ label: "Providers", href: "/providers" }, { label: "Add" }]}>
      <PageHead
        title="Add a provider"
        note="Who shall also sign in, order and read reports here is invited from the settings, as this provider."
      />
      <NewProviderForm />
    </Screen>
  );
}
