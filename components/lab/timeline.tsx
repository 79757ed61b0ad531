import type { ReactNode } from "react";
import { cx } from "../ui/cx";

export type TimelineEvent = {
  id: string;
  /** When, as shown (`Time`): the hour where the day stands in the heading. */
  at: ReactNode;
  /** "Version 3 released" */
  what: ReactNode;
  /** Who, as what: "Technician told Dr. Nicholas Radon, phone". */
  by?: ReactNode;
  /** `key` for what left the laboratory, `bad` for a rejection or a withdrawal. */
  weight?: "key" | "bad" | undefined;
};

/** What happened, newest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol>
      {events.map(({ id, at, what, by, weight }) => (
        <li
          key={id}
          className="relative grid grid-cols-[40px_minmax(0,1fr)] gap-3.5 pt-1 pb-2.25 before:absolute before:start-11.75 before:top-3 before:-bottom-2 before:border-s before:border-line-strong last:before:hidden"
        >
          <span className="text-ink-3 tabular-nums">{at}</span>
          <div className="relative">
            <span
              aria-hidden="true"
              className={cx("absolute -start-2.5 top-1.75 size-1.75 border-[1.5px]", dots[weight ?? "plain"])}
            />
            {what}
            {by && <span className="block text-xs text-ink-3">{by}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}

const dots = {
  plain: "rounded-full border-ink-3 bg-surface",
  key: "rounded-full border-ink bg-ink",
  bad: "border-danger bg-danger",
};
