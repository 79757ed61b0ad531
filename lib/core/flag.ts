import { hasLimits, type Limits, place } from "./placement";
import type { Quantity } from "./quantity";

/** Critical low, low, inside, high, critical high, abnormal; null when nothing can be said. */
export type Flag = "LL" | "L" | "N" | "H" | "HH" | "A" | null;

/** A result as it is judged. `abnormal` of a text is the person's mark, undefined when not marked. */
export type JudgedValue =
  | { kind: "numeric"; quantity: Quantity }
  | { kind: "coded"; abnormal: boolean }
  | { kind: "text"; abnormal: boolean | undefined };

/**
 * The flag of a value (R12). Critical limits are judged first and by themselves, also where no interval applies:
 * strictly below the low one is LL, strictly above the high one HH. Then the interval: outside is L or H, a value
 * equal to a limit is inside, a one-sided interval flags on its one side (R8). Without limits to judge by there is
 * no flag, never N; nor is there N while a value with a comparator could still be critical.
 * @see HL7 v2 table 0078 for the letters, CLSI GP47 for critical limits
 */
export function judge(value: JudgedValue, interval: Limits | null, critical: Limits | null): Flag {
  switch (value.kind) {
    case "numeric":
      return judgeQuantity(value.quantity, interval, critical);
    case "coded":
      return value.abnormal ? "A" : "N";
    case "text":
      if (value.abnormal === undefined) return null;
      return value.abnormal ? "A" : "N";
  }
}

function judgeQuantity(quantity: Quantity, interval: Limits | null, critical: Limits | null): Flag {
  const urgency = critical ? place(quantity, critical) : "inside";
  if (urgency === "below") return "LL";
  if (urgency === "above") return "HH";
  if (!interval || !hasLimits(interval)) return null;
  switch (place(quantity, interval)) {
    case "below":
      return "L";
    case "above":
      return "H";
    case "inside":
      return urgency === "inside" ? "N" : null;
    case "unsure":
      return null;
  }
}
