"use client";

import type { ReactNode } from "react";
import {
  type CalendarDay,
  houseLocale,
  type LocalParts,
  writeBoth,
  writeDay,
  writeLongDay,
  writeTime,
} from "@/lib/core/locale";
import { cx } from "./cx";
import { useLocale } from "./locale";

const forms = { time: writeTime, date: writeDay, both: writeBoth, long: writeLongDay };
export type TimeForm = keyof typeof forms;

type WrittenTimeProps = { of: LocalParts; exact: string; form: TimeForm; className?: string | undefined };

/** What a clock shows, in the reader's way of writing; what the form leaves out is its tooltip. */
export function WrittenTime({ of, exact, form, className }: WrittenTimeProps) {
  const locale = useLocale();
  return (
    <time
      dateTime={exact}
      lang={languageOf(locale)}
      title={form === "both" ? undefined : writeBoth(of, locale)}
      className={cx("tabular-nums whitespace-nowrap", className)}
    >
      {forms[form](of, locale)}
    </time>
  );
}

/** Something whose day shows when it is pointed at. */
export function WrittenOn({ of, children }: { of: CalendarDay; children: ReactNode }) {
  return <span title={writeDay(of, useLocale())}>{children}</span>;
}

/** Names of months are read out in their own language. */
const languageOf = (locale: string) => (locale === houseLocale ? undefined : locale);
