import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type NoteKind = "info" | "ok" | "warn" | "bad";

type NoteProps = {
  kind?: NoteKind;
  /** What happened, in strong letters; the rest says what to do. */
  title?: ReactNode;
  children?: ReactNode;
  /** In place of the kind's own sign. */
  icon?: ReactNode;
  /** `alert` when it appears because of what the person just did. */
  live?: "status" | "alert";
  className?: string;
};

/** A message about a whole block: sign, what happened, what to do. */
export function Note({ kind = "info", title, children, icon, live, className }: NoteProps) {
  const { ground, ink, Sign } = kinds[kind];
  return (
    <div role={live} className={cx("flex gap-2.5 rounded-md px-3 py-2.5", ground, className)}>
      <span className={cx("mt-0.5 flex-none [&>svg]:size-4", ink)}>
        {icon ?? <Sign aria-hidden="true" />}
      </span>
      <div className="min-w-0 flex-1">
        {title && <strong>{title}</strong>} {children}
      </div>
    </div>
  );
}

const kinds = {
  info: { ground: "bg-info-tint", ink: "text-info", Sign: Info },
  ok: { ground: "bg-ok-tint", ink: "text-ok", Sign: CircleCheck },
  warn: { ground: "bg-warn-tint", ink: "text-warn", Sign: CircleAlert },
  bad: { ground: "bg-danger-tint", ink: "text-danger", Sign: TriangleAlert },
};
