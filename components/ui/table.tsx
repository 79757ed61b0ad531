import { ArrowDown, ArrowUp } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { PageLink } from "./page-link";

type TableProps = {
  /** What the rows are, for those who hear the table. */
  label: string;
  /** `rows`: on a phone each row becomes two lines (see `Cell.phone`). `scroll`: it scrolls sideways. */
  phone?: "rows" | "scroll";
  /** Rows of 44 px for gloves and two-line cells; 32 otherwise. */
  tall?: boolean;
  /** A little room before the first and after the last column: where rows can be selected. */
  inset?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** Head over a strong line, hairlines between rows; no stripes, no vertical lines. */
export function Table({ label, phone = "rows", tall, inset, className, children }: TableProps) {
  const table = (
    <table
      {...roles.table}
      aria-label={label}
      data-phone={phone}
      data-inset={inset || undefined}
      className={cx(
        "group/table w-full border-collapse",
        "[&_td]:border-b [&_td]:border-line [&_td]:px-3",
        "[&_tbody_th]:border-b [&_tbody_th]:border-line [&_tbody_th]:px-3 [&_tbody_th]:py-1.25",
        tall ? "[&_td]:h-11 [&_td]:py-1" : "[&_td]:h-8 [&_td]:py-1.25",
        !inset && "[&_:is(td,th):first-child]:ps-0 [&_:is(td,th):last-child]:pe-0",
        phone === "rows" && "max-md:block",
        className,
      )}
    >
      {children}
    </table>
  );
  if (phone === "rows") return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto max-md:-mx-4 max-md:px-4" tabIndex={0} aria-label={label}>
      {table}
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead {...roles.group} className="group-data-[phone=rows]/table:max-md:sr-only">
      <tr {...roles.row}>{children}</tr>
    </thead>
  );
}

type HeadProps = {
  /** Hidden for the eye where the column needs no word (actions): still named. */
  hidden?: boolean;
  /** Numbers end; words start. */
  end?: boolean;
  /** The address that sorts by this column, and whether the list is sorted by it now. */
  sort?: { href: string; now?: "ascending" | "descending" | undefined } | undefined;
  className?: string;
  children: ReactNode;
};

export function Head({ hidden, end, sort, className, children }: HeadProps) {
  const Arrow = sort?.now === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th
      {...roles.head}
      scope="col"
      aria-sort={sort?.now}
      className={cx(
        "h-7 border-b border-line-strong px-3 align-middle text-xs whitespace-nowrap text-ink-3",
        end && "text-end",
        className,
      )}
    >
      {sort ? (
        <PageLink
          href={sort.href}
          className={cx(
            "inline-flex items-center gap-1 no-underline",
            sort.now ? "font-medium text-ink" : "text-ink-3 hover:text-ink",
          )}
        >
          {children}
          {sort.now && <Arrow aria-hidden="true" className="size-3.5" />}
        </PageLink>
      ) : (
        <span className={hidden ? "sr-only" : undefined}>{children}</span>
      )}
    </th>
  );
}

export function TableBody({ children, ...rest }: ComponentProps<"tbody">) {
  return (
    <tbody {...roles.group} className="group-data-[phone=rows]/table:max-md:block" {...rest}>
      {children}
    </tbody>
  );
}

/** `current` for the row that is open beside the list; a ticked row colours itself. */
export function Row({ current, className, ...rest }: ComponentProps<"tr"> & { current?: boolean }) {
  return (
    <tr
      {...roles.row}
      aria-current={current || undefined}
      {...rest}
      className={cx(
        "group/row relative hover:bg-hover has-[[data-select]:checked]:bg-select aria-[current]:bg-select",
        "group-data-[phone=rows]/table:max-md:grid group-data-[phone=rows]/table:max-md:items-center",
        "group-data-[phone=rows]/table:max-md:grid-cols-[minmax(0,1fr)_auto]",
        "group-data-[phone=rows]/table:max-md:gap-x-3 group-data-[phone=rows]/table:max-md:gap-y-0.5",
        "group-data-[phone=rows]/table:max-md:border-b group-data-[phone=rows]/table:max-md:border-line",
        "group-data-[phone=rows]/table:max-md:py-2.5 group-data-inset/table:max-md:px-3",
        className,
      )}
    />
  );
}

type CellProps = ComponentProps<"td"> & {
  /**
   * Where the cell stands in the two lines of a phone's row: `lead` what, `lead-end` time left, `sub` test,
   * `sub-end` flags, `line` a line of its own with the column's word before it, `none` left out.
   */
  phone?: "lead" | "lead-end" | "sub" | "sub-end" | "line" | "none";
  /** The column's word, for `line`. */
  head?: string;
  end?: boolean;
  /** The row's name: a `th` that the other cells belong to. */
  row?: boolean;
};

export function Cell({ phone = "line", head, end, row, className, children, ...rest }: CellProps) {
  const Element = row ? "th" : "td";
  return (
    <Element
      role={row ? "rowheader" : "cell"}
      {...(row && { scope: "row" })}
      {...rest}
      className={cx("align-middle", end && "text-end", phoneCell, places[phone], className)}
    >
      {phone === "line" && head && (
        <span className="text-xs text-ink-3 md:hidden" aria-hidden="true">
          {head}{" "}
        </span>
      )}
      {children}
    </Element>
  );
}

/** The link of a row: the whole row is its target, the rest of the row stays selectable by its own links. */
export function RowLink({ className, ...rest }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      {...rest}
      className={cx(
        "font-medium text-ink no-underline after:absolute after:inset-0 hover:underline",
        className,
      )}
    />
  );
}

// Spelt out, because a row laid out as a grid (on a phone) loses the meaning its element had.
const roles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
};

/** Two lines in one cell, the second quiet; on a phone they are one. */
export function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <>
      <span className="leading-4.5 md:block">{first}</span>{" "}
      <span className="text-xs text-ink-3 md:block">{second}</span>
    </>
  );
}

const phoneCell =
  "group-data-[phone=rows]/table:max-md:block group-data-[phone=rows]/table:max-md:h-auto! " +
  "group-data-[phone=rows]/table:max-md:border-0! group-data-[phone=rows]/table:max-md:p-0!";

const places = {
  lead: "group-data-[phone=rows]/table:max-md:col-start-1 group-data-[phone=rows]/table:max-md:row-start-1",
  "lead-end":
    "group-data-[phone=rows]/table:max-md:col-start-2 group-data-[phone=rows]/table:max-md:row-start-1 group-data-[phone=rows]/table:max-md:justify-self-end",
  sub: "group-data-[phone=rows]/table:max-md:col-start-1 group-data-[phone=rows]/table:max-md:row-start-2",
  "sub-end":
    "group-data-[phone=rows]/table:max-md:col-start-2 group-data-[phone=rows]/table:max-md:row-start-2 group-data-[phone=rows]/table:max-md:justify-self-end",
  line: "group-data-[phone=rows]/table:max-md:col-span-2 group-data-[phone=rows]/table:max-md:text-start!",
  none: "group-data-[phone=rows]/table:max-md:hidden",
};
