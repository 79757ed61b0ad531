import { ChoiceLinks } from "@/app/lab/[lab]/(bench)/_components/choice-links";
import { readSearch, type SearchParams } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Tabs } from "@/components/ui/tabs";
import { listSuspicions } from "@/lib/accounts/operations/list-suspicions";
import { SuspicionKindName } from "@/lib/accounts/schema.watch";
import { ConsoleScreen } from "../_components/console-screen";
import { isId } from "../_components/is-id";
import { ListPage } from "../_components/list-page";
import { oneOf, withFilter } from "../_components/list-query";
import { consoleLoad } from "../operator-actor";
import { SuspicionTable } from "./suspicion-table";
import { kindWords } from "./suspicion-words";

export const metadata = { title: "Suspicions" };

const path = "/operator/suspicions";

export default async function SuspicionsPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await readSearch(searchParams);
  const accountId = isId(query.account) ? query.account : undefined;
  const kind = oneOf(SuspicionKindName.options, query.kind);
  const isAll = query.state === "all" || accountId !== undefined;
  const state = isAll ? undefined : query.state === "reviewed" ? "reviewed" : "open";
  const { cursor } = query;
  const { data, nextCursor } = await consoleLoad(listSuspicions, {
    query: {
      ...(state && { state }),
      ...(kind && { kind }),
      ...(accountId && { accountId }),
      ...(cursor && { cursor }),
    },
  });
  return (
    <ConsoleScreen crumbs={[{ label: "Suspicions" }]}>
      <PageHead
        title="Suspicions"
        note="What looked like an attack, what it was seen by, and what was done about it."
      />
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
            label: each ? kindWords[each] : "Anything",
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
        empty={{
          title: state === "open" ? "No suspicion is open" : "No suspicion fits that",
          words:
            "Many accounts tried from one address, a spent token that comes back, codes tried for many people: what looks like an attack is here.",
        }}
      >
        <SuspicionTable suspicions={data} />
      </ListPage>
    </ConsoleScreen>
  );
}
