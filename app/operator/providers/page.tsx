import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { ProviderStatus } from "@/lib/accounts/schema.registrations";
import { now } from "@/lib/core/clock";
import { listClinicians } from "@/lib/operator/operations/list-providers";
import { ProviderSort } from "@/lib/operator/schema";
import { ActOnSelected, type BulkAct } from "../_components/act-on-selected";
import { ConsoleScreen } from "../_components/console-screen";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad } from "../operator-actor";
import { act } from "./actions";
import { ProviderTable } from "./provider-table";

export const metadata = { title: "Providers" };

const path = "/operator/providers";

export default async function ProvidersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const isAll = query.state === "all";
  const state = isAll ? undefined : (oneOf(ProviderStatus.options, query.state) ?? "pending");
  const sort = oneOf(ProviderSort.options, query.sort) ?? (state === "pending" ? "oldest" : "newest");
  const sorting = { path, query, now: sort, words: state === "pending" ? pendingSorts : sorts };
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listClinicians, {
    query: { sort, ...(state && { state }), ...(q && { q }), ...(cursor && { cursor }) },
  });
  const isPending = state === "pending";
  const table = <ProviderTable providers={data} sorting={sorting} isSelectable={isPending} at={now()} />;
  return (
    <ConsoleScreen crumbs={[{ label: "Providers" }]}>
      <PageHead
        title="Providers"
        note="Clinicians who registered. Their licences are verified here, by people."
      />
      <div className="mb-3">
        <SearchForm
          name="q"
          value={q}
          label="Public id, e-mail, name or licence"
          keep={{ state: query.state, sort: query.sort }}
          wide
        />
      </div>
      <Tabs
        label="Providers by state"
        tabs={[...ProviderStatus.options, "all" as const].map((each) => ({
          href: withFilter(path, query, { state: each === "pending" ? undefined : each, sort: undefined }),
          label: words[each],
          current: isAll ? each === "all" : each === state,
        }))}
      />
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: isPending && !q ? "No provider waits" : "No provider fits that",
          words: "Clinicians register at the portal or at this address; here their licences are verified.",
        }}
      >
        <SortChoice sorting={sorting} />
        {isPending ? (
          <div className="mt-3">
            <ActOnSelected
              rows={data.map(({ providerId, publicId }) => ({ id: providerId, name: publicId }))}
              noun="provider"
              idsAs="accountIds"
              acts={acts}
              send={act}
            >
              {table}
            </ActOnSelected>
          </div>
        ) : (
          table
        )}
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<ProviderSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  name: "By last name",
  email: "By e-mail",
};

/** Who waits longest is the next. */
const pendingSorts: SortWords<ProviderSort> = {
  oldest: "Longest waiting first",
  newest: "Newest first",
  name: sorts.name,
  email: sorts.email,
};

const words = { pending: "Pending", verified: "Verified", rejected: "Rejected", all: "All" };

const acts: readonly BulkAct[] = [
  {
    ...{ verb: "Verify", busy: "Verifying", done: "verified", action: "verify", look: "primary" },
    about: "You have looked at their licences. Each is told by mail.",
  },
  {
    ...{
      verb: "Reject",
      busy: "Rejecting",
      done: "rejected",
      action: "reject",
      look: "danger",
      asksWhy: true,
    },
    about: "Each is told by mail, with the reason as you write it here.",
  },
];
