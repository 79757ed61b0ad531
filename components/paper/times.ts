import { formatDate, formatDateTime, formatTime } from "@/lib/core/dates";

/** From the first to the last of some instants: "20 Nov 2026, 06:41", "20 Nov 2026, 06:41 – 08:58". */
export function timeSpan(instants: string[], timeZone: string): string {
  const [first, ...rest] = [...instants]
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .map((at) => new Date(at));
  if (!first) return "";
  const last = rest.at(-1) ?? first;
  const [from, to] = [formatDateTime(first, timeZone), formatDateTime(last, timeZone)];
  if (from === to) return from;
  const isOneDay = formatDate(first, timeZone) === formatDate(last, timeZone);
  return `${from} – ${isOneDay ? formatTime(last, timeZone) : to}`;
}

/** What a zone is called at an instant: "PST", or "GMT+1" where English has no letters for it. */
export function zoneName(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "short" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
