import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayName, foldName, foldPhone, initials, similarNames } from "@/lib/core/names";

describe("a name as it is shown", () => {
  it.each([
    ["Jones", "William", "JONES, William"],
    ["de la Cruz", "María José", "DE LA CRUZ, María José"],
    ["Weiß", "Jörg", "WEISS, Jörg"],
    ["Sukarno", null, "SUKARNO"],
    ["Sukarno", undefined, "SUKARNO"],
    ["Sukarno", "  ", "SUKARNO"],
    ["", "Maria", "Maria"],
    [" Jones ", " William ", "JONES, William"],
    ["istanbul", "Ali", "ISTANBUL, Ali"],
    ["العلي", "أحمد", "العلي, أحمد"],
    ["王", "小明", "王, 小明"],
    ["Παππάς", "Νίκος", "ΠΑΠΠΆΣ, Νίκος"],
    ["გელაშვილი", "ნინო", "გელაშვილი, ნინო"],
    ["🧪", "🧪", "🧪, 🧪"],
  ])("shows %j and %j as %s", (familyName, givenName, shown) => {
    expect(displayName({ familyName, givenName })).toBe(shown);
  });

  it.each([
    ["Jones", "William", "WJ"],
    ["Ørsted", "Ægir", "ÆØ"],
    ["Sukarno", null, "S"],
    ["’t Hooft", "Gerard", "GT"],
    ["🧪", "William", "W"],
    ["🧪", null, ""],
    ["王", "小明", "小王"],
    ["क्षमा", "", "क्ष"],
  ])("shortens %j and %j to %s", (familyName, givenName, short) => {
    expect(initials({ familyName, givenName })).toBe(short);
  });

  it("says the same of any name, however long and in any script", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.string({ unit: "grapheme" }),
        (family, given) => {
          const shown = displayName({ familyName: family, givenName: given });
          expect(shown.isWellFormed()).toBe(true);
          expect(shown.endsWith(given.trim())).toBe(true);
          expect(initials({ familyName: family, givenName: given }).length).toBeLessThan(100);
        },
      ),
    );
  });
});

it("R2 compares what it shows", () => {
  const shown = displayName({ familyName: "Müller", givenName: "Jörg" });
  expect(foldName(shown)).toBe("muller jorg");
  expect(foldPhone("+1 310")).toBe("+1310");
  expect(similarNames({ family: shown }, { family: "Muller", given: "Jorg" })).toBe(true);
});
