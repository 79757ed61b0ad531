import type { ReactNode } from "react";
import { cx } from "./cx";

export type Described = { term: string; value: ReactNode };

type DescriptionListProps = {
  items: readonly Described[];
  /** `beside`: terms in a column, as in a sidebar. `above`: small terms over values, in a line. */
  layout?: "beside" | "above";
  className?: string;
};

export function DescriptionList({ items, layout = "beside", className }: DescriptionListProps) {
  const shown = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (layout === "above") {
    return (
      <dl className={cx("flex flex-wrap gap-x-7 gap-y-3", className)}>
        {shown.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-2xs text-ink-3">{term}</dt>
            <dd className="leading-4.5">{value}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className={cx("grid grid-cols-[minmax(84px,auto)_minmax(0,1fr)] gap-x-4 gap-y-0.5", className)}>
      {shown.map(({ term, value }) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{term}</dt>
          <dd className="min-w-0 wrap-break-word">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
