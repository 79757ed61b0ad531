/** A day of the calendar; month 1–12. */
export type CalendarDay = { year: number; month: number; day: number };

/** What calendar and clock of a place show: hour 0–23. */
export type LocalParts = CalendarDay & { hour: number; minute: number };

type Form = {
  /** As people who choose it call it. */
  label: string;
  months: readonly string[];
  weekdays: readonly string[];
  /** "20 Nov 2026" */
  date: (of: CalendarDay, month: string) => string;
  /** "Friday 20 November 2026" */
  long: (of: CalendarDay, month: string, weekday: string) => string;
  /** Between a date and a time. */
  between: string;
  /** Months in short, where dates are written with them. */
  short: readonly string[];
};

// Written out, not asked of Intl: what it answers differs between engines ("Sept", the kind of a space), and a page
// is drawn by two of them.
const english = {
  months: words("January February March April May June July August September October November December"),
  weekdays: words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
  short: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
};

const forms = {
  "en-GB": {
    label: "English, UK",
    ...english,
    date: ({ day, year }, month) => `${day} ${month} ${year}`,
    long: ({ day, year }, month, weekday) => `${weekday} ${day} ${month} ${year}`,
    between: ", ",
  },
  "en-US": {
    label: "English, US",
    ...english,
    date: ({ day, year }, month) => `${month} ${day}, ${year}`,
    long: ({ day, year }, month, weekday) => `${weekday}, ${month} ${day}, ${year}`,
    between: ", ",
  },
  "de-DE": {
    label: "Deutsch",
    months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    weekdays: words("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
    short: [],
    date: ({ day, month, year }) => `${pad(day)}.${pad(month)}.${year}`,
    long: ({ day, year }, month, weekday) => `${weekday}, ${day}. ${month} ${year}`,
    between: ", ",
  },
  "fr-FR": {
    label: "Français",
    months: words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    weekdays: words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
    short: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    date: ({ day, year }, month) => `${day} ${month} ${year}`,
    long: ({ day, year }, month, weekday) => `${weekday} ${day} ${month} ${year}`,
    between: ", ",
  },
  "es-ES": {
    label: "Español",
    months: words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    weekdays: words("domingo lunes martes miércoles jueves viernes sábado"),
    short: words("ene feb mar abr may jun jul ago sept oct nov dic"),
    date: ({ day, year }, month) => `${day} ${month} ${year}`,
    long: ({ day, year }, month, weekday) => `${weekday}, ${day} de ${month} de ${year}`,
    between: ", ",
  },
  "ko-KR": {
    label: "한국어",
    months: [],
    weekdays: words("일요일 월요일 화요일 수요일 목요일 금요일 토요일"),
    short: [],
    date: ({ day, month, year }) => `${year}. ${month}. ${day}.`,
    long: ({ day, month, year }, _, weekday) => `${year}년 ${month}월 ${day}일 ${weekday}`,
    between: " ",
  },
} as const satisfies Record<string, Form>;

/**
 * How dates are written for a person. Times are on the 24-hour clock for everybody, and numbers are written alike
 * for everybody: a result with a decimal comma beside one with a point is a danger.
 */
export type Locale = keyof typeof forms;

/** How dates are written on paper, and for whoever has chosen nothing. */
export const houseLocale = "en-GB" satisfies Locale;

/** Every one there is to choose. */
// The table has no other keys; Object.keys forgets their type.
export const localeNames = Object.keys(forms) as [Locale, ...Locale[]];

/** What is kept of somebody, as one of those we know. */
export function localeOf(kept: string | null | undefined): Locale {
  return localeNames.find((known) => known === kept) ?? houseLocale;
}

/** "20 Nov 2026" */
export function writeDay(of: CalendarDay, locale: Locale): string {
  const { date, short } = formOf(locale);
  return date(of, short[of.month - 1] ?? "");
}

/** "Friday 20 November 2026" */
export function writeLongDay(of: CalendarDay, locale: Locale): string {
  const { long, months, weekdays } = formOf(locale);
  const weekday = new Date(Date.UTC(of.year, of.month - 1, of.day)).getUTCDay();
  return long(of, months[of.month - 1] ?? "", weekdays[weekday] ?? "");
}

/** "06:44" */
export function writeTime({ hour, minute }: LocalParts): string {
  return `${pad(hour)}:${pad(minute)}`;
}

/** "20 Nov 2026, 06:44" */
export function writeBoth(of: LocalParts, locale: Locale): string {
  return `${writeDay(of, locale)}${formOf(locale).between}${writeTime(of)}`;
}

/** "20 Nov 2026 (English, UK)", to choose by. */
export function localeWords(locale: Locale): string {
  return `${writeDay({ year: 2026, month: 11, day: 20 }, locale)} (${formOf(locale).label})`;
}

const formOf = (locale: Locale): Form => forms[locale];

const pad = (part: number) => String(part).padStart(2, "0");

function words(text: string): string[] {
  return text.split(" ");
}
