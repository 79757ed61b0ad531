import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { StateMark } from "./state-mark";

export type Version = {
  number: number;
  /** "Final, corrected" */
  title: string;
  state: "current" | "superseded" | "withdrawn";
  /** Why there is this version. */
  reason?: string | null | undefined;
  /** "11:12, pathologist" */
  issued: ReactNode;
  /** What can be done with it. */
  actions?: ReactNode;
};

/** The versions of a report, newest first; what no longer counts is quiet, and readable. */
export function VersionList({ versions }: { versions: readonly Version[] }) {
  return (
    <ol>
      {versions.map(({ number, title, state, reason, issued, actions }) => (
        <li
          key={number}
          className={cx(
            "grid grid-cols-[22px_minmax(0,1fr)_auto] gap-x-2 gap-y-0.5 border-b border-line py-2.25",
            state !== "current" && "text-ink-3",
          )}
        >
          <span className="font-strong tabular-nums">
            <span className="sr-only">Version </span>
            {number}
          </span>
          <span className={state === "current" ? "font-medium" : undefined}>{title}</span>
          <StateMark kind="report" state={state} />
          {reason && <p className="col-[2/-1] text-ink-2">{reason}</p>}
          <p className="col-[2/-1] text-xs text-ink-3">{issued}</p>
          {actions && <div className="col-[2/-1] mt-1 flex flex-wrap gap-1.5">{actions}</div>}
        </li>
      ))}
    </ol>
  );
}
