import { isPlainDecimal } from "@/lib/core/quantity";

/**
 * How far a value lies from the one before, in whole percent of that: "+15 %", "−9 %", "0 %". Null where there is
 * no such number: words, a comparator, nothing before, or a zero before.
 */
export function changeWords(value: string | null, before: string | null | undefined): string | null {
  if (!value || !before) return null;
  const [now, then] = [value.replace("−", "-"), before.replace("−", "-")];
  if (!isPlainDecimal(now) || !isPlainDecimal(then) || Number(then) === 0) return null;
  const percent = ((Number(now) - Number(then)) / Math.abs(Number(then))) * 100;
  const rounded = Math.sign(percent) * Math.round(Math.abs(percent));
  if (rounded === 0) return "0 %";
  return `${rounded > 0 ? "+" : "−"}${Math.abs(rounded)} %`;
}
