import type { ReactNode } from "react";
import { formatPlainDate, localParts } from "@/lib/core/dates";
import { type TimeForm, WrittenOn, WrittenTime } from "./written-time";

type TimeProps = {
  at: Date | string;
  /** The laboratory's zone, e.g. `Europe/Berlin`. */
  zone: string;
  /** `time` 06:44 · `date` 20 Nov 2026 · `both` 20 Nov 2026, 06:44 · `long` Friday 20 November 2026 */
  form?: TimeForm;
  className?: string | undefined;
};

/**
 * An instant as the laboratory's clock shows it, written as the reader writes dates, exact in `dateTime`. What the
 * clock shows is worked out where this is drawn, so on pages from the server by the server's table of zones, as on
 * reports; the browser only puts it into words.
 */
export function Time({ at, zone, form = "both", className }: TimeProps) {
  const instant = typeof at === "string" ? new Date(at) : at;
  return (
    <WrittenTime
      of={localParts(instant, zone)}
      exact={instant.toISOString()}
      form={form}
      className={className}
    />
  );
}

/** Something that is of an instant's day: shown when it is pointed at. */
export function OnDay({ at, zone, children }: { at: string; zone: string; children: ReactNode }) {
  return <WrittenOn of={localParts(new Date(at), zone)}>{children}</WrittenOn>;
}

/** A birth date `YYYY-MM-DD`: no zone can shift it, and it is written for everybody as on labels and reports. */
export function Day({ day }: { day: string }) {
  return (
    <time dateTime={day} className="tabular-nums whitespace-nowrap">
      {formatPlainDate(day)}
    </time>
  );
}
