import type { ToVerify } from "@/lib/results/schema.queues";
import { countOf, inWords } from "../../_components/number-words";

/** A sample that was not verified, and why. */
export type Refused = { barcode: string; why: string };

type Chosen = Pick<ToVerify, "sampleId" | "verifiable">;

/** What is sent for each sample: all that this person may verify of it, in the versions that were seen. */
export function verificationItems(samples: readonly Chosen[]) {
  return samples.map(({ sampleId, verifiable }) => ({
    sampleId,
    body: { resultIds: verifiable.map(({ resultId }) => resultId), seen: verifiable },
  }));
}

/** What is about to be verified, in words: how much, and how much of it is not what one expects. */
export function whatIsVerified(samples: readonly Pick<ToVerify, "verifiable" | "flags">[]): string {
  const lines = samples.reduce((sum, { verifiable }) => sum + verifiable.length, 0);
  const critical = samples.filter(({ flags }) => flags.some((flag) => flag === "LL" || flag === "HH")).length;
  const outside = samples.filter(({ flags }) => flags.length > 0).length;
  const parts = [
    `${countOf(lines, "value")} of ${samples.length === 1 ? "this sample" : `these ${inWords(samples.length)}`}.`,
    outside > 0
      ? `${countOf(outside, "sample")} ${outside === 1 ? "has" : "have"} values outside their interval or abnormal${critical > 0 ? `, ${inWords(critical)} of them critical` : ""}.`
      : "None is flagged.",
    "Verified values are read-only; a retest replaces one.",
  ];
  return parts.join(" ");
}
