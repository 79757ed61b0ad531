import { formatDate, formatDateTime, formatPlainDate, formatTime } from "@/lib/core/dates";
import { cx } from "./cx";
import { formatLongDate } from "./long-date";

const forms = { time: formatTime, date: formatDate, both: formatDateTime, long: formatLongDate };

type TimeProps = {
  at: Date | string;
  /** The laboratory's zone, e.g. `Europe/Berlin`. */
  zone: string;
  /** `time` 06:44 · `date` 20 Nov 2026 · `both` 20 Nov 2026, 06:44 · `long` Friday 20 November 2026 */
  form?: keyof typeof forms;
  className?: string;
};

/** An instant as the laboratory's clock shows it, exact in `dateTime`; what the form leaves out is its tooltip. */
export function Time({ at, zone, form = "both", className }: TimeProps) {
  const instant = typeof at === "string" ? new Date(at) : at;
  return (
    <time
      dateTime={instant.toISOString()}
      title={form === "both" ? undefined : formatDateTime(instant, zone)}
      className={cx("tabular-nums whitespace-nowrap", className)}
    >
      {forms[form](instant, zone)}
    </time>
  );
}

/** A calendar day `YYYY-MM-DD`, such as a birth date: no zone can shift it. */
export function Day({ day }: { day: string }) {
  return (
    <time dateTime={day} className="tabular-nums whitespace-nowrap">
      {formatPlainDate(day)}
    </time>
  );
}
