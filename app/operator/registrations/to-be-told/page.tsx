import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { Cell, Head, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listPreRegistrations } from "@/lib/operator/operations/list-pre-registrations";
import { PreRegistrationSort, PreRegistrationStatus } from "@/lib/operator/schema.registrations";
import { CodeMark } from "../../_components/code-mark";
import { ConsoleScreen } from "../../_components/console-screen";
import { EmailAddress } from "../../_components/email-address";
import { ListPage } from "../../_components/list-page";
import { oneOf, withFilter } from "../../_components/list-query";
import { headSort, SortChoice, type SortWords } from "../../_components/sorting";
import { consoleLoad, zone } from "../../operator-actor";
import { RegistrationTabs } from "../registration-tabs";
import { TellButton } from "./tell-button";

export const metadata = { title: "Pre-registrations" };

const path = "/operator/registrations/to-be-told";

export default async function PreRegistrationsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const status = oneOf(PreRegistrationStatus.options, query.status);
  const sort = oneOf(PreRegistrationSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listPreRegistrations, {
    query: { sort, ...(status && { status }), ...(q && { q }), ...(cursor && { cursor }) },
  });
  return (
    <ConsoleScreen
      crumbs={[{ label: "Registrations", href: "/operator/registrations" }, { label: "Pre-registrations" }]}
    >
      <PageHead
        title="Pre-registrations"
        note="Addresses that asked to be told when the doors open."
        actions={<TellButton />}
      />
      <RegistrationTabs at={path} />
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SearchForm
          name="q"
          value={q}
          label="Part of an e-mail address"
          keep={{ status, sort: query.sort }}
        />
        <ChoiceLinks
          label="State"
          choices={[undefined, ...PreRegistrationStatus.options].map((each) => ({
            label: each ? words[each] : "All",
            href: withFilter(path, query, { status: each }),
            current: each === status,
          }))}
        />
      </div>
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: "No address fits that",
          words: "Whoever leaves their address before the start is here.",
        }}
      >
        <SortChoice sorting={sorting} />
        <Table label="Pre-registrations" tall>
          <TableHead>
            <Head sort={headSort(sorting, "email")}>E-mail</Head>
            <Head>State</Head>
            <Head sort={headSort(sorting, "newest", "oldest")}>Asked</Head>
            <Head>Confirmed</Head>
            <Head>Told</Head>
          </TableHead>
          <TableBody>
            {data.map((each) => (
              <Row key={each.id}>
                <Cell phone="lead" row className="text-start font-normal wrap-anywhere">
                  <EmailAddress>{each.email}</EmailAddress>
                </Cell>
                <Cell phone="lead-end">
                  <CodeMark state={each.status} />
                </Cell>
                <Cell phone="sub">
                  <Time at={each.createdAt} zone={zone} />
                </Cell>
                <Cell phone="none">{each.confirmedAt && <Time at={each.confirmedAt} zone={zone} />}</Cell>
                <Cell phone="none">{each.toldAt && <Time at={each.toldAt} zone={zone} />}</Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<PreRegistrationSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  email: "By e-mail",
};

const words = { pending: "Pending", confirmed: "Confirmed", told: "Told", expired: "Expired" };
