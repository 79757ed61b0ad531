import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SampleState } from "@/lib/orders/schema";
import { correctionProblem, labelProblem, recordedCollection } from "./policy";
import { Rejection, rejectReasons } from "./schema";

const NOW = new Date("2026-11-20T08:00:00Z");
const at = (instant: string) => new Date(instant);
const nobody = { accessionedAt: null, birthDate: null };

describe("when a sample was collected", () => {
  it("R5 cannot lie in the future, but a clock may be a minute ahead", () => {
    const take = (collectedAt: Date) => recordedCollection({ ...nobody, collectedAt }, NOW, "UTC");
    expect(() => take(at("2026-11-20T08:01:01Z"))).toThrow("1 field needs attention.");
    expect(take(at("2026-11-20T08:00:59Z"))).toEqual(NOW);
    expect(take(at("2026-11-20T07:59:00Z"))).toEqual(at("2026-11-20T07:59:00Z"));
  });

  it("R5 cannot lie before the birth date, on the laboratory's calendar", () => {
    const newborn = { ...nobody, birthDate: "2026-11-20", collectedAt: at("2026-11-19T23:30:00Z") };
    expect(() => recordedCollection(newborn, NOW, "Europe/London")).toThrow();
    // In Berlin it is half past midnight of the birth date.
    expect(recordedCollection(newborn, NOW, "Europe/Berlin")).toEqual(newborn.collectedAt);
  });

  it("R5 cannot lie after accession", () => {
    const accessionedAt = at("2026-11-20T07:30:00Z");
    const take = (collectedAt: Date) =>
      recordedCollection({ ...nobody, accessionedAt, collectedAt }, NOW, "UTC");
    expect(() => take(at("2026-11-20T07:30:01Z"))).toThrow();
    expect(take(accessionedAt)).toEqual(accessionedAt);
  });

  it("R5 whatever is recorded lies neither after now nor after accession", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.option(fc.date({ noInvalidDate: true })),
        (collectedAt, accessionedAt) => {
          try {
            const recorded = recordedCollection({ collectedAt, accessionedAt, birthDate: null }, NOW, "UTC");
            expect(recorded <= NOW && (accessionedAt === null || recorded <= accessionedAt)).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ code: "validation_failed" });
          }
        },
      ),
    );
  });
});

describe("rejecting", () => {
  it("R6 takes the ten coded reasons, and words for other", () => {
    expect(Object.keys(rejectReasons)).toHaveLength(10);
    for (const reasonCode of Object.keys(rejectReasons)) {
      expect(Rejection.safeParse({ reasonCode }).success).toBe(reasonCode !== "other");
      expect(Rejection.safeParse({ reasonCode, note: "Lid missing" }).success).toBe(true);
    }
    expect(Rejection.safeParse({ reasonCode: "ugly" }).success).toBe(false);
    expect(Rejection.safeParse({}).success).toBe(false);
  });
});

describe("what a sample's state allows beside its moves", () => {
  it("corrects a collection time from collection until it is disposed of", () => {
    const allowed = SampleState.options.filter((state) => correctionProblem(state) === null);
    expect(allowed).toEqual(["collected", "accessioned", "in_process", "completed", "stored"]);
  });

  it("prints no label for a rejected or cancelled tube", () => {
    const refused = SampleState.options.filter((state) => labelProblem(state) !== null);
    expect(refused).toEqual(["rejected", "cancelled"]);
  });
});
