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
  /** When there is nothing: what would be here. */
  empty: { title: string; words: string };
  children: ReactNode;
};

/** The rows of a list and the way on; or what would be here, and the way back to all of it. */
export function ListPage({ path, query, shown, nextCursor, empty, children }: ListPageProps) {
  if (shown === 0) {
    const isNarrowed = Object.values(query).some(Boolean);
    return (
      <div className="mt-5">
        <Empty title={empty.title} action={isNarrowed && <PageLink href={path}>Show everything</PageLink>}>
          {empty.words}
        </Empty>
      </div>
    );
  }
  return (
    <>
      {children}
      <Paging shown={shown} {...pagesAround(path, query, nextCursor)} />
    </>
  );
}
