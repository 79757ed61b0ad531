import { ChevronDown } from "lucide-react";
import type { Query } from "@/app/lab/[lab]/(bench)/_components/page-links";
import { PageLink } from "@/components/ui/page-link";
import { withFilter } from "./list-query";

/** Which orders a list has, in words: "Newest first". The first is the one it has by itself. */
export type SortWords<Sort extends string> = Readonly<Record<Sort, string>>;

export type Sorting<Sort extends string> = {
  path: string;
  query: Query;
  now: Sort;
  words: SortWords<Sort>;
};

/** The address of the list in another order, from its beginning; its own order is not named. */
function sortedBy<Sort extends string>({ path, query, words }: Sorting<Sort>, sort: Sort): string {
  return withFilter(path, query, { sort: sort === Object.keys(words)[0] ? undefined : sort });
}

const descending = new Set(["newest", "most_tries", "ends_last", "last_run"]);

/** For a column's head: sorts by that column, and the other way round where there is one. */
export function headSort<Sort extends string>(sorting: Sorting<Sort>, sort: Sort, other: Sort = sort) {
  const { now } = sorting;
  const way = descending.has(now) ? ("descending" as const) : ("ascending" as const);
  return {
    href: sortedBy(sorting, now === sort ? other : sort),
    now: now === sort || now === other ? way : undefined,
  };
}

/** For a head that tells how long something has lasted: the oldest has the most of it. */
export function turned({ href, now }: ReturnType<typeof headSort>): ReturnType<typeof headSort> {
  return { href, now: now && (now === "ascending" ? "descending" : "ascending") };
}

/** Where tables have no heads, on a phone: the order, and the others behind it. */
export function SortChoice<Sort extends string>({ sorting }: { sorting: Sorting<Sort> }) {
  const { now, words } = sorting;
  // Its keys are the orders, by its type.
  const sorts = Object.keys(words) as Sort[];
  return (
    <details key={now} className="group relative md:hidden">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 text-ink-2 [&::-webkit-details-marker]:hidden">
        {words[now]}
        <ChevronDown aria-hidden="true" className="size-4 text-ink-3 group-open:rotate-180" />
      </summary>
      <ul className="mb-2 rounded-md bg-sunken py-1">
        {sorts.map((sort) => (
          <li key={sort}>
            <PageLink
              href={sortedBy(sorting, sort)}
              aria-current={sort === now ? "true" : undefined}
              className="flex min-h-11 items-center px-3 text-ink-2 no-underline aria-[current]:font-medium aria-[current]:text-ink"
            >
              {words[sort]}
            </PageLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
