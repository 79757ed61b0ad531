import type { ToRelease } from "@/lib/results/schema.queues";

type Missing = Pick<ToRelease["missing"][number], "state">;

/** "3 lines to enter, 1 to verify": what a final report still waits for. */
export function missingWords(missing: readonly Missing[]): string {
  const count = (state: Missing["state"]) => missing.filter((each) => each.state === state).length;
  const parts = [
    { count: count("pending"), to: "to enter" },
    { count: count("entered"), to: "to verify" },
    { count: count("verified"), to: "to release" },
  ].filter((part) => part.count > 0);
  return parts
    .map(({ count, to }, place) => `${count}${place === 0 ? (count === 1 ? " line" : " lines") : ""} ${to}`)
    .join(", ");
}
