import { isRealDate, localDateToday } from "@/lib/core/dates";
import { foldName, foldPhone } from "@/lib/core/fold";
import { invalidField, Problem } from "@/lib/core/problem";
import { similarNames } from "@/lib/core/similar-names";
import { trigramForm } from "@/lib/core/trigrams";
import type { Candidate, Likeness } from "./schema";

export type Person = {
  familyName: string;
  givenName: string | null;
  /** `YYYY-MM-DD` */
  birthDate: string | null;
  phone: string | null;
  nationalId: string | null;
  mrn: string | null;
};

/** The forms that look-ups compare; null where there is nothing to be found by. */
export function searchColumns({
  familyName,
  givenName,
  phone,
  nationalId,
}: Omit<Person, "mrn" | "birthDate">) {
  return {
    searchName: trigramForm(`${familyName} ${givenName ?? ""}`),
    searchPhone: phoneKey(phone ?? "") || null,
    searchNationalId: nationalIdKey(nationalId ?? "") || null,
  };
}

/** The end of a number, which is the same with and without the code of the country. */
export function phoneKey(phone: string): string {
  return foldPhone(phone).replace("+", "").slice(-7);
}

export function nationalIdKey(nationalId: string): string {
  return foldName(nationalId).replaceAll(" ", "");
}

/** Whether two numbers may be one, written with and without the code of the country or the zero before. */
export function samePhone(a: string, b: string): boolean {
  const [x, y] = [foldPhone(a), foldPhone(b)];
  if (x === "" || y === "") return false;
  if (x.startsWith("+") && y.startsWith("+")) return x === y;
  const [short, long] = [x, y]
    .map((number) => number.replace(/^\+?0*/, ""))
    .sort((p, q) => p.length - q.length);
  if (short === undefined || long === undefined || short.length < 5) return x === y;
  // A code of a country has at most three digits.
  return long.endsWith(short) && long.length - short.length <= 3;
}

/** Why an existing patient may be the one that is being registered (R2); empty when nothing speaks for it. */
export function likenesses(known: Person, added: Person): Likeness[] {
  const reasons: [Likeness, boolean][] = [
    ["mrn", known.mrn !== null && known.mrn === added.mrn],
    ["national_id", sameKey(nationalIdKey(known.nationalId ?? ""), nationalIdKey(added.nationalId ?? ""))],
    ["phone", samePhone(known.phone ?? "", added.phone ?? "")],
    [
      "name_and_birth_date",
      known.birthDate !== null &&
        known.birthDate === added.birthDate &&
        similarNames(named(known), named(added)),
    ],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

const sameKey = (a: string, b: string) => a !== "" && a === b;

function named({ familyName, givenName }: Person) {
  return { family: familyName, given: givenName };
}

/** @param candidates who it is, for those who may know */
export function mrnTaken(candidates?: Candidate[]): Problem {
  return new Problem("already_exists", "Another patient has this MRN. Check the number.", {
    errors: { mrn: ["Another patient has this MRN."] },
    ...(candidates && { members: { candidates } }),
  });
}

/**
 * @param timeZone the laboratory's: a child born there just now is born tomorrow elsewhere
 * @throws Problem "validation_failed" for a birth date in the future, or an estimate of none.
 */
export function checkBirthDate(
  { birthDate, birthDateEstimated }: { birthDate: string | null; birthDateEstimated: boolean },
  now: Date,
  timeZone: string,
): void {
  if (birthDate !== null && birthDate > localDateToday(now, timeZone)) {
    throw invalidField("birthDate", "This day has not come yet. Check the date.");
  }
  if (birthDate === null && birthDateEstimated) {
    throw invalidField("birthDate", "Give the estimated date, or say that it is not estimated.");
  }
}

/** What somebody typed to find a patient, taken apart. */
export type PatientSearch = {
  /** As `searchName` is made; "" when no name was typed. */
  name: string;
  birthDates: string[];
  /** Beginnings of an MRN. */
  mrns: string[];
  phones: string[];
};

const DATE = /(?<![\d./-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./])(\d{1,2})\5(\d{4}))(?![\d./-])/g;
const PHONE = /\+?\d[\d\s()./-]{3,}\d/g;

/** "jones 15.6.1961", "M0000", "020 7946 0958" or any of them together; a date has its day before its month. */
export function readPatientSearch(typed: string): PatientSearch {
  const text = typed.normalize("NFC").trim();
  const birthDates: string[] = [];
  const rest = text.replace(DATE, (match, y, m, d, day, _dot, month, year) => {
    const date = [y ?? year, (m ?? month).padStart(2, "0"), (d ?? day).padStart(2, "0")].join("-");
    if (!isRealDate(date)) return match;
    birthDates.push(date);
    return " ";
  });
  const words = rest.split(/\s+/).filter(Boolean);
  const numbers = words.filter((word) => /\d/.test(word));
  return {
    name: trigramForm(words.filter((word) => !/\d/.test(word)).join(" ")),
    birthDates,
    mrns: mrnsOf(words, numbers),
    phones: (rest.match(PHONE) ?? []).filter((number) => phoneKey(number).length >= 5),
  };
}

/** The whole text, since a laboratory's MRN may contain a space or no digit, and each word with a digit. */
function mrnsOf(words: readonly string[], numbers: readonly string[]): string[] {
  const whole = words.join(" ");
  const candidates = [...numbers, ...(words.length <= 3 ? [whole] : [])].filter((text) => text.length >= 2);
  return [...new Set(candidates.flatMap((text) => [text, text.toUpperCase()]))].slice(0, 12);
}
