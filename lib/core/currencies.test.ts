import { expect, it } from "vitest";
import { currencies, isCurrency, minorDigits } from "@/lib/core/currencies";

it("knows currencies in use and nothing else", () => {
  for (const code of ["USD", "EUR", "KES", "NGN", "INR", "XOF"]) expect(isCurrency(code)).toBe(true);
  for (const code of ["", "usd", "XXX", "XAU", "DEM", "US", "USD "]) expect(isCurrency(code)).toBe(false);
});

it("lists each code once, in order", () => {
  expect(currencies).toEqual([...new Set(currencies)].sort());
  for (const code of currencies) expect(code).toMatch(/^[A-Z]{3}$/);
});

it("knows the minor digits by ISO 4217", () => {
  expect(minorDigits("USD")).toBe(2);
  expect(minorDigits("IDR")).toBe(2);
  expect(minorDigits("JPY")).toBe(0);
  expect(minorDigits("UGX")).toBe(0);
  expect(minorDigits("KWD")).toBe(3);
});
