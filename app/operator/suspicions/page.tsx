import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { SearchForm } from "@/app/lab/[lab]/(bench)/_components/search-form";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Tabs } from "@/components/ui/tabs";
import { listSuspicions } from "@/lib/accounts/operations/list-suspicions";
import { SuspicionKindName, SuspicionSort } from "@/lib/accounts/schema.watch";
import { ActOnSelected, type BulkAct } from "../_components/act-on-selected";
import { ConsoleScreen } from "../_components/console-screen";
import { isId } from "../_components/is-id";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { SortChoice, type SortWords } from "../_components/sorting";
import { consoleLoad } from "../operator-actor";
import { act } from "./actions";
import { SuspicionTable } from "./suspicion-table";
import { kindNames, kindWords } from "./suspicion-words";

export const metadata = { title: "Suspicions" };

const path = "/operator/suspicions";

export default async function SuspicionsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const accountId = isId(query.account) ? query.account : undefined;
  const kind = oneOf(SuspicionKindName.options, query.kind);
  const isAll = query.state === "all" || accountId !== undefined;
  const state = isAll ? undefined : query.state === "reviewed" ? "reviewed" : "open";
  const sort = oneOf(SuspicionSort.options, query.sort) ?? "newest";
  const sorting = { path, query, now: sort, words: sorts };
  const { q, cursor } = query;
  const { data, nextCursor } = await consoleLoad(listSuspicions, {
    query: {
      sort,
      ...(q && { q }),
      ...(state && { state }),
      ...(kind && { kind }),
      ...(accountId && { accountId }),
      ...(cursor && { cursor }),
    },
  });
  const open = data.filter((each) => each.state === "open");
  const table = <SuspicionTable suspicions={data} sorting={sorting} isSelectable={open.length > 0} />;
  return (
    <ConsoleScreen crumbs={[{ label: "Suspicions" }]}>
      <PageHead
        title="Suspicions"
        note="What looked like an attack, what it was seen by, and what was done about it."
      />
      <div className="mb-3">
        <SearchForm
          name="q"
          value={q}
          label="IP address or public id"
          keep={{ state: query.state, kind, account: accountId, sort: query.sort }}
        />
      </div>
      <Tabs
        label="Suspicions by state"
        tabs={(["open", "reviewed", "all"] as const).map((each) => ({
          href: withFilter(path, query, { state: each === "open" ? undefined : each, account: undefined }),
          label: { open: "Open", reviewed: "Reviewed", all: "All" }[each],
          current: each === (state ?? "all"),
        }))}
      />
      <div className="my-3">
        <ChoiceLinks
          label="What"
          choices={[undefined, ...SuspicionKindName.options].map((each) => ({
            label: each ? kindNames[each] : "Anything",
            href: withFilter(path, query, { kind: each }),
            current: each === kind,
          }))}
        />
      </div>
      {accountId && (
        <p className="mb-3 text-ink-2">
          Only about one account. <PageLink href={path}>Show the open ones</PageLink>
        </p>
      )}
      <ListPage
        path={path}
        query={query}
        shown={data.length}
        nextCursor={nextCursor}
        isByTime={sort === "newest"}
        empty={{
          title: state === "open" ? "No suspicion is open" : "No suspicion fits that",
          words:
            "Many accounts tried from one address, a spent token that comes back, codes tried for many people: what looks like an attack is here.",
        }}
      >
        <SortChoice sorting={sorting} />
        {open.length > 0 ? (
          <ActOnSelected
            rows={open.map(({ id, kind: what, ip }) => ({
              id,
              name: `${kindWords[what]}, ${ip ?? "no address"}`,
            }))}
            noun="suspicion"
            idsAs="suspicionIds"
            acts={acts}
            send={act}
          >
            {table}
          </ActOnSelected>
        ) : (
          table
        )}
      </ListPage>
    </ConsoleScreen>
  );
}

const sorts: SortWords<SuspicionSort> = {
  newest: "Newest first",
  oldest: "Oldest first",
  kind: "By what it was",
};

const acts: readonly BulkAct[] = [
  {
    ...{ verb: "Close", busy: "Closing", done: "closed", action: "review", look: "primary" },
    about: "You have looked at each of them. The note is kept with each.",
    asksWhy: { label: "Note", help: "Kept with them, and in the audit trail, with your name.", as: "note" },
  },
];
