import { STARTER } from "@/lib/catalogue/starter/starter";
import type { Age } from "@/lib/core/age";
import { criticalFor, intervalFor } from "@/lib/core/interval";
import type { Random } from "./random";

const analytes = new Map(STARTER.analytes.map((analyte) => [analyte.code, analyte]));

export type Subject = { sex: "female" | "male" | "other" | "unknown"; age: Age | null };

/** How a value should turn out; most are inside. */
export type Wish = "inside" | "low" | "high" | "critical";

/** A plausible value of an analyte, judged by nobody yet. */
export function valueFor(code: string, subject: Subject, random: Random, wish: Wish = "inside"): string {
  const analyte = analytes.get(code);
  if (!analyte) throw new Error(`The starter catalogue has no analyte ${code}.`);
  if (analyte.kind === "text")
    return wish === "inside" ? "No abnormality seen." : "Many spherocytes present.";
  if (analyte.kind === "coded") {
    const choices = analyte.choices ?? [];
    const found = choices.find((choice) => choice.abnormal === (wish !== "inside")) ?? choices[0];
    return found?.label ?? "";
  }
  const interval = intervalFor(analyte.intervals, { ...subject, pregnant: false, sampleType: "" });
  const critical = criticalFor(analyte.critical, subject.age);
  const low = Number(interval?.low ?? 0);
  const high = Number(interval?.high ?? (low > 0 ? low * 2 : 10));
  const width = high - low;
  const wished: Record<Wish, number> = {
    inside: low + width * (0.2 + 0.6 * random.next()),
    low: Math.max(low - width * 0.15, low * 0.85),
    high: high + width * (0.1 + 0.2 * random.next()),
    critical: critical?.high ? Number(critical.high) * 1.1 : high + width,
  };
  return wished[wish].toFixed(analyte.decimals);
}
