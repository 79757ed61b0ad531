import type { ReactNode } from "react";
import { pagesAround, type Query } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { Empty } from "@/components/ui/empty";
import { PageLink } from "@/components/ui/page-link";
import { Paging } from "@/components/ui/paging";

type ListPageProps = {
  path: string;
  query: Query;
  shown: number;
  nextCursor: string | null;
  /** When there is nothing: what would be here, and the words of the way back. */
  empty: { title: string; words: string; back?: string };
  /** Whether the next page is older: without it, it is just the next. */
  isByTime: boolean;
  children: ReactNode;
};

/** The rows of a list and the way on; or what would be here, and the way back to all of it. */
export function ListPage({ path, query, shown, nextCursor, empty, isByTime, children }: ListPageProps) {
  if (shown === 0) {
    const { sort: _, ...narrowing } = query;
    const isNarrowed = Object.values(narrowing).some(Boolean);
    return (
      <div className="mt-5">
        <Empty
          title={empty.title}
          action={isNarrowed && <PageLink href={path}>{empty.back ?? "Show everything"}</PageLink>}
        >
          {empty.words}
        </Empty>
      </div>
    );
  }
  return (
    <>
      {children}
      <Paging
        shown={shown}
        {...pagesAround(path, query, nextCursor)}
        {...(isByTime ? {} : { words: { newer: "Back", older: "On" } })}
      />
    </>
  );
}
