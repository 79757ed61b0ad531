import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkBirthDate,
  likenesses,
  type Person,
  phoneKey,
  readPatientSearch,
  samePhone,
  searchColumns,
} from "./policy";

const jones: Person = {
  mrn: "M000001",
  familyName: "Jones",
  givenName: "William",
  birthDate: "1961-06-15",
  phone: "+44 20 7946 0958",
  nationalId: "AB-12 34 56 C",
};
const somebody: Person = {
  ...{
    mrn: "M000002",
    familyName: "Kovács",
    givenName: "Ágnes",
    birthDate: "1990-01-01",
    phone: null,
    nationalId: null,
  },
};

describe("likely duplicates", () => {
  it("R2 sees no likeness between people who share nothing", () => {
    expect(likenesses(jones, somebody)).toEqual([]);
    expect(
      likenesses(
        { ...jones, birthDate: null, phone: null, nationalId: null },
        { ...jones, mrn: "X", birthDate: null, phone: null, nationalId: null },
      ),
    ).toEqual([]);
  });

  it("R2 sees the same MRN, national id or phone, however they are written", () => {
    expect(likenesses(jones, { ...somebody, mrn: "M000001" })).toEqual(["mrn"]);
    expect(likenesses(jones, { ...somebody, nationalId: "ab123456c" })).toEqual(["national_id"]);
    expect(likenesses(jones, { ...somebody, phone: "020 7946 0958" })).toEqual(["phone"]);
  });

  it("R2 sees a similar name at the same birth date, accents and order aside", () => {
    const sameDay = { ...somebody, birthDate: jones.birthDate };
    for (const [familyName, givenName] of [
      ["JONES", "william"],
      ["William", "Jones"],
      ["Jönes", "W."],
      ["Jonse", "William"],
    ] as const) {
      expect(likenesses(jones, { ...sameDay, familyName, givenName })).toEqual(["name_and_birth_date"]);
    }
    expect(likenesses(jones, sameDay)).toEqual([]);
    expect(likenesses(jones, { ...somebody, familyName: "Jones", givenName: "William" })).toEqual([]);
  });

  it("R2 takes a number with and without the code of its country as one", () => {
    for (const [a, b] of [
      ["+44 20 7946 0958", "020 7946 0958"],
      ["0049 (0)151 23456789", "+4915123456789"],
      ["0151/23456789", "+49 151 2345 6789"],
      ["+354 555 1234", "5551234"],
      ["(212) 555-0100", "+1 212 555 0100"],
    ] as const) {
      expect([a, b, samePhone(a, b), samePhone(b, a)]).toEqual([a, b, true, true]);
      expect(phoneKey(a)).toBe(phoneKey(b));
    }
    for (const [a, b] of [
      ["+44 20 7946 0958", "+43 20 7946 0958"],
      ["555 1234", "+1 212 555 1234"],
      ["", ""],
      ["112", "+43 112"],
    ] as const) {
      expect([a, b, samePhone(a, b)]).toEqual([a, b, false]);
    }
  });

  it("R2 finds by its key whatever it would call the same phone", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom("", "0", "+44", "0044"),
        fc.constantFrom("", "0", "+44"),
        (number, one, other) => {
          const [a, b] = [one + number, other + number];
          fc.pre(samePhone(a, b) && number.replace(/^0+/, "").length >= 7);
          expect(phoneKey(a)).toBe(phoneKey(b));
        },
      ),
    );
  });

  it("keeps nothing to be found by where nothing was given", () => {
    expect(searchColumns({ familyName: "🙂", givenName: null, phone: "none", nationalId: " - " })).toEqual({
      searchName: "",
      searchPhone: null,
      searchNationalId: null,
    });
  });
});

describe("birth dates", () => {
  const check =
    (birthDate: string | null, now: string, zone: string, birthDateEstimated = false) =>
    () =>
      checkBirthDate({ birthDate, birthDateEstimated }, new Date(now), zone);

  it("R1 takes a child born today where the laboratory is", () => {
    expect(check("2026-11-21", "2026-11-20T12:00:00Z", "Pacific/Auckland")).not.toThrow();
    expect(check("2026-11-21", "2026-11-20T12:00:00Z", "Europe/London")).toThrow();
    expect(check("2026-11-20", "2026-11-20T03:00:00Z", "America/Los_Angeles")).toThrow();
  });

  it("R1 takes an unknown birth date, and no estimate of an unknown one", () => {
    expect(check(null, "2026-11-20T12:00:00Z", "UTC")).not.toThrow();
    expect(check(null, "2026-11-20T12:00:00Z", "UTC", true)).toThrow();
  });
});

describe("what is typed to find a patient", () => {
  it("tells names, numbers and dates apart", () => {
    expect(readPatientSearch("Müller-Lüdenscheidt 15.6.1961")).toMatchObject({
      name: "muller ludenscheidt",
      birthDates: ["1961-06-15"],
      phones: [],
    });
    expect(readPatientSearch("1961-06-15")).toMatchObject({
      name: "",
      birthDates: ["1961-06-15"],
      mrns: [],
      phones: [],
    });
    expect(readPatientSearch("15/06/1961 jones").birthDates).toEqual(["1961-06-15"]);
    expect(readPatientSearch("m0000").mrns).toEqual(["m0000", "M0000"]);
    expect(readPatientSearch("+44 20 7946 0958")).toMatchObject({ name: "", phones: ["+44 20 7946 0958"] });
    expect(readPatientSearch("=cmd() <script>").name).toBe("cmd script");
  });

  it("takes a day that does not exist for no date", () => {
    expect(readPatientSearch("31.02.1990").birthDates).toEqual([]);
    expect(readPatientSearch("1990-13-01").birthDates).toEqual([]);
  });

  it("takes anything at all, and soon", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(readPatientSearch(text).mrns.length).toBeLessThanOrEqual(12);
      }),
    );
    expect(readPatientSearch("1 ".repeat(150)).mrns.length).toBeLessThanOrEqual(12);
  });
});
