import { formatTime } from "@/lib/core/dates";
import { rejectReasons, type Sample } from "@/lib/samples/schema";

type Rejection = Pick<Sample, "state" | "rejectedAt" | "rejectReasonCode" | "rejectNote">;

/** "Rejected 06:31, haemolysed"; undefined for a sample that is not. */
export function rejectedWords(sample: Rejection, zone: string): string | undefined {
  const { state, rejectedAt, rejectReasonCode, rejectNote } = sample;
  if (state !== "rejected") return undefined;
  const when = rejectedAt ? ` ${formatTime(new Date(rejectedAt), zone)}` : "";
  const coded = rejectReasonCode && rejectReasons[rejectReasonCode].toLowerCase();
  const reason = rejectReasonCode === "other" ? rejectNote : coded;
  return [`Rejected${when}`, reason].filter(Boolean).join(", ");
}
