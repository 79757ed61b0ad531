import type { ReportContent } from "@/lib/reports/content";
import { INK } from "./paper-style";
import { Words } from "./words";

/** How to read the tables above. */
export function ReportLegend({ content: { laboratory } }: { content: ReportContent }) {
  return (
    <Words size={7.6} style={{ marginTop: 5, color: INK.second }}>
      {"LL, HH critical; L, H outside the interval; A abnormal. Bold lines are flagged. " +
        "“No interval” means that none applies, not that a value is normal. " +
        `Times are those of ${laboratory.timeZone.replaceAll("_", " ")}.`}
    </Words>
  );
}
