import { type ReactNode, useId } from "react";
import { Count } from "./count";
import { cx } from "./cx";

type SectionProps = {
  title: ReactNode;
  /** How many wait here. */
  count?: number | undefined;
  /** A quiet remark after the title: "28 lines, 9 flagged". */
  note?: ReactNode;
  /** At the end of the heading's line: a state, a link, a small button. */
  aside?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A part of a page under a heading; parts are divided by space, never by boxes. */
export function Section({ title, count, note, aside, id, className, children }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className={cx("mt-7 first:mt-0", className)}>
      <div className="mb-1 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 id={heading} className="text-base">
          {title}
        </h2>
        {count !== undefined && <Count>{count}</Count>}
        {note && <span className="text-ink-3">{note}</span>}
        {aside && <div className="ms-auto flex items-center gap-2">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
