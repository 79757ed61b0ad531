import { Screen } from "@/components/lab/screen";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { openProvider } from "@/lib/laboratories/operations/open-provider";
import type { Provider } from "@/lib/laboratories/schema";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { pagesAround, readSearch, type SearchParams } from "../../_components/page-links";
import { benchActor } from "../../bench-actor";
import { OrderTable } from "../../orders/_components/order-table";
import { ChangeProviderForm } from "./change-provider-form";
import { RetireButton } from "./retire-button";

type ProviderPageProps = { params: Promise<{ providerId: string }>; searchParams: SearchParams };

export const metadata = { title: "Provider" };

export default async function ProviderPage({ params, searchParams }: ProviderPageProps) {
  const { providerId } = await params;
  const query = await readSearch(searchParams);
  const provider = await load(openProvider, { params: { providerId } });
  const actor = await benchActor();
  const orders = may(actor, "order:read")
    ? await load(listOrders, { query: { providerId, ...(query.cursor && { cursor: query.cursor }) } })
    : null;
  const manages = may(actor, "provider:manage") && provider.retiredAt === null;
  const zone = actor.laboratory.timeZone;
  const name = `${provider.firstName} ${provider.lastName}`;
  return (
    <Screen crumbs={[{ label: "Providers", href: "/providers" }, { label: name }]}>
      <PageHead
        title={name}
        marks={provider.memberId && <Tag>signs in</Tag>}
        note={provider.specialization}
        actions={manages && <RetireButton provider={provider} />}
      />
      {provider.retiredAt && (
        <Note kind="warn" title="Out of the directory" className="mb-5">
          since <Time at={provider.retiredAt} zone={zone} form="date" />. New orders cannot name this
          provider; former ones still do.
        </Note>
      )}
      {manages ? <ChangeProviderForm provider={provider} /> : <Facts provider={provider} />}
      {orders && (
        <Section title="Orders" note={orders.data.length === 0 ? "none yet" : undefined}>
          {orders.data.length > 0 && (
            <>
              <OrderTable orders={orders.data} zone={zone} />
              <Paging
                shown={orders.data.length}
                {...pagesAround(`/providers/${providerId}`, query, orders.nextCursor)}
              />
            </>
          )}
        </Section>
      )}
    </Screen>
  );
}

function Facts({ provider }: { provider: Provider }) {
  return (
    <DescriptionList
      layout="above"
      className="mb-6"
      items={[
        { term: "Licence", value: provider.licenseNumber && <Id>{provider.licenseNumber}</Id> },
        { term: "Phone", value: provider.phone },
        { term: "E-mail", value: provider.email },
      ]}
    />
  );
}
