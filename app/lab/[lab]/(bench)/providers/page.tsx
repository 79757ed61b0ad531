import { UserPlus } from "lucide-react";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Id } from "@/components/ui/id";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Cell, Head, Row, RowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { load } from "@/lib/api/load";
import { may } from "@/lib/core/actor";
import { listProviders } from "@/lib/laboratories/operations/list-providers";
import type { Provider } from "@/lib/laboratories/schema";
import { address, pagesAround, readSearch, type SearchParams } from "../_components/page-links";
import { SearchForm } from "../_components/search-form";
import { benchActor } from "../bench-actor";

export const metadata = { title: "Providers" };

const PATH = "/providers";

export default async function ProvidersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const { q, cursor } = query;
  const retired = query.retired === "true";
  const { data, nextCursor } = await load(listProviders, {
    query: { ...(q && { q }), ...(cursor && { cursor }), retired: String(retired) },
  });
  const actor = await benchActor();
  const add = may(actor, "provider:manage") && (
    <LinkButton look="primary" href="/providers/new">
      <UserPlus aria-hidden="true" />
      Add a provider
    </LinkButton>
  );
  return (
    <Screen crumbs={[{ label: "Providers" }]}>
      <PageHead
        title="Providers"
        note="Clinicians who order tests here and receive the reports."
        actions={add}
      />
      <div className="mb-3">
        <SearchForm
          name="q"
          value={q}
          label="Name, or its beginning"
          keep={{ retired: retired ? "true" : undefined }}
        />
      </div>
      <Tabs
        label="Providers"
        tabs={[
          { href: address(PATH, { q }), label: "In the directory", current: !retired },
          { href: address(PATH, { q, retired: "true" }), label: "Retired", current: retired },
        ]}
      />
      {data.length === 0 ? (
        <div className="mt-5">
          <NoProviders searched={Boolean(q)} retired={retired} action={add} />
        </div>
      ) : (
        <>
          <ProviderTable providers={data} />
          <Paging
            shown={data.length}
            words={{ newer: "Before", older: "Next" }}
            {...pagesAround(PATH, query, nextCursor)}
          />
        </>
      )}
    </Screen>
  );
}

function ProviderTable({ providers }: { providers: readonly Provider[] }) {
  return (
    <Table label="Providers, by family name">
      <TableHead>
        <Head>Name</Head>
        <Head>Specialisation</Head>
        <Head>Licence</Head>
        <Head>Phone</Head>
        <Head>E-mail</Head>
        <Head hidden>Signs in</Head>
      </TableHead>
      <TableBody>
        {providers.map((provider) => (
          <Row key={provider.id}>
            <Cell phone="lead" className="wrap-anywhere">
              <RowLink href={`/providers/${provider.id}`} prefetch={false}>
                {provider.lastName}, {provider.firstName}
              </RowLink>
            </Cell>
            <Cell phone="sub">{provider.specialization}</Cell>
            <Cell phone="none">{provider.licenseNumber && <Id>{provider.licenseNumber}</Id>}</Cell>
            <Cell phone="sub-end" className="tabular-nums">
              {provider.phone}
            </Cell>
            <Cell phone="none" className="wrap-anywhere">
              {provider.email}
            </Cell>
            <Cell phone={provider.memberId ? "lead-end" : "none"} end>
              {provider.memberId && <Tag>signs in</Tag>}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

type NoProvidersProps = { searched: boolean; retired: boolean; action: React.ReactNode };

function NoProviders({ searched, retired, action }: NoProvidersProps) {
  if (searched) return <Empty title="No provider fits that">Try the beginning of the family name.</Empty>;
  if (retired) {
    return (
      <Empty title="Nobody is retired">
        Who is taken out of the directory stays here: former orders still name them.
      </Empty>
    );
  }
  return (
    <Empty title="The directory is empty" action={action}>
      Orders name who asked for them, and reports go to them. Add the clinicians who send you samples.
    </Empty>
  );
}
