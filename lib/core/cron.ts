/** Each of the five fields as the set of values it allows. */
type Cron = {
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  /** As in every cron: when both are told, either is enough. */
  eitherDay: boolean;
};

const fields = [
  ["minute", 0, 59],
  ["hour", 0, 23],
  ["day of the month", 1, 31],
  ["month", 1, 12],
  ["day of the week", 0, 7],
] as const;

/**
 * A schedule of five fields in UTC: numbers, `*`, ranges, steps and lists.
 * @throws Error that names the field which is not understood.
 */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) throw new Error(`A schedule has five fields: "${text}".`);
  const [minutes, hours, days, months, weekdays] = fields.map(([name, low, high], index) =>
    valuesOf(parts[index] ?? "", name, low, high),
  );
  if (!minutes || !hours || !days || !months || !weekdays) throw new Error("A schedule has five fields.");
  // Sunday has two numbers.
  const week = new Set([...weekdays].map((day) => day % 7));
  return { minutes, hours, days, months, weekdays: week, eitherDay: parts[2] !== "*" && parts[4] !== "*" };
}

function valuesOf(field: string, name: string, low: number, high: number): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(",")) {
    const [, from, to, step] = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [part];
    const isWhole = part.startsWith("*");
    const first = isWhole ? low : Number(from);
    const last = isWhole || (to === undefined && step !== undefined) ? high : Number(to ?? from);
    const by = Number(step ?? 1);
    if (!(first >= low && last <= high && first <= last && by >= 1)) {
      throw new Error(`The ${name} of a schedule is not understood: "${field}".`);
    }
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return values;
}

const minute = 60_000;

/** The first minute after `after` that the schedule names. @throws Error when there is none within four years. */
export function nextAfter(text: string, after: Date): Date {
  const cron = parseCron(text);
  const at = new Date(Math.floor(after.getTime() / minute) * minute + minute);
  const last = after.getTime() + 4 * 366 * 24 * 60 * minute;
  while (at.getTime() <= last) {
    if (!cron.months.has(at.getUTCMonth() + 1))
      at.setTime(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
    else if (!isDay(cron, at))
      at.setTime(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1));
    else if (!cron.hours.has(at.getUTCHours())) at.setUTCHours(at.getUTCHours() + 1, 0);
    else if (!cron.minutes.has(at.getUTCMinutes())) at.setUTCMinutes(at.getUTCMinutes() + 1);
    else return at;
  }
  throw new Error(`This schedule names no moment: "${text}".`);
}

function isDay(cron: Cron, at: Date): boolean {
  const ofMonth = cron.days.has(at.getUTCDate());
  const ofWeek = cron.weekdays.has(at.getUTCDay());
  return cron.eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
}
