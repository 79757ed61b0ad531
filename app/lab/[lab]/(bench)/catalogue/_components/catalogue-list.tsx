import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Screen } from "@/components/lab/screen";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Paging } from "@/components/ui/paging";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/core/actor";
import { ChoiceLinks } from "../../_components/choice-links";
import { address, pagesAround, type Query } from "../../_components/page-links";
import { SearchForm } from "../../_components/search-form";
import { benchActor } from "../../bench-actor";

const lists = [
  { href: "/catalogue", label: "Tests", one: "test" },
  { href: "/catalogue/panels", label: "Panels", one: "panel" },
  { href: "/catalogue/analytes", label: "Analytes", one: "analyte" },
] as const;

type CatalogueListProps = {
  path: (typeof lists)[number]["href"];
  query: Query;
  shown: number;
  nextCursor: string | null;
  /** What would be here: "A test is the smallest thing that can be ordered." */
  meaning: string;
  children: ReactNode;
};

/** The frame of the three lists: search, what is retired, paging. */
export async function CatalogueList({
  path,
  query,
  shown,
  nextCursor,
  meaning,
  children,
}: CatalogueListProps) {
  const actor = await benchActor();
  const { one, label } = lists.find(({ href }) => href === path) ?? lists[0];
  const folder = path === "/catalogue" ? "/catalogue/tests" : path;
  const isRetired = query.retired === "true";
  const add = may(actor, "catalogue:manage") && (
    <LinkButton href={`${folder}/new`} look="primary">
      <Plus aria-hidden="true" />
      Add a{one === "analyte" ? "n" : ""} {one}
    </LinkButton>
  );
  return (
    <Screen crumbs={[{ label: "Catalogue" }]}>
      <PageHead title="Catalogue" actions={add} />
      <Tabs
        label="Catalogue"
        tabs={lists.map((list) => ({ href: list.href, label: list.label, current: list.href === path }))}
      />
      <div className="my-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <SearchForm name="q" value={query.q} label="Name or code" keep={{ retired: query.retired }} />
        <ChoiceLinks
          label="Show"
          choices={[
            { label: "In use", href: address(path, { q: query.q }), current: !isRetired },
            {
              label: "Retired",
              href: address(path, { q: query.q, retired: "true" }),
              current: isRetired,
            },
          ]}
        />
      </div>
      {shown === 0 ? (
        <Empty
          title={emptyTitle({ one, label, isRetired, isSearched: Boolean(query.q) })}
          action={!isRetired && add}
        >
          {query.q ? "Try a part of the name, or the code as it stands on the order." : meaning}
        </Empty>
      ) : (
        <>
          {children}
          <Paging
            shown={shown}
            {...pagesAround(path, query, nextCursor)}
            words={{ newer: "Back", older: "Further" }}
          />
        </>
      )}
    </Screen>
  );
}

type What = { one: string; label: string; isRetired: boolean; isSearched: boolean };

function emptyTitle({ one, isRetired, isSearched }: What): string {
  if (isSearched) return `No ${one} fits that`;
  return isRetired ? `No ${one} is retired` : `There is no ${one} yet`;
}
