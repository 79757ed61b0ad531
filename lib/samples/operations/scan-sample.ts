import "server-only";
import { type LabContext, operation } from "@/lib/infra/operation";
import { presentScan } from "../presenter";
import { lockSamples } from "../repository";
import { countArrivals, findSample, findScanned, type SampleRow } from "../repository.find";
import { type Arrival, Scan, Scanned, type ScanOutcome } from "../schema";
import { accessionSamples } from "./accession-samples";

export const scanSample = operation({
  id: "samples.scan",
  http: "page",
  summary: "Receive the tube whose barcode was scanned, or say what is to be done with it.",
  scope: "laboratory",
  permission: "sample:accession",
  limit: "write",
  audit: "sample.scanned",
  input: { body: Scan },
  output: Scanned,
  fails: ["validation_failed"],
  async run(context, { body: { barcode, orderId: expected, ...arrival } }) {
    const { db, actor } = context;
    const laboratoryId = actor.laboratory.id;
    // Numbers have capitals only; a typed one may not.
    const found = await findScanned(db, laboratoryId, barcode.toUpperCase());
    if (!found?.sampleId) {
      return presentScan(found ? "order_number" : "unknown_number", barcode, null, null);
    }
    // Two stations may scan one tube at the same moment: the second finds it arrived.
    await lockSamples(db, laboratoryId, [found.sampleId]);
    const tube = await findSample(db, laboratoryId, found.sampleId);
    const outcome = outcomeOf(tube, expected, arrival);
    if (outcome === "accessioned") await accession(context, tube.id, arrival);
    else context.about({ recordId: tube.id, orderId: tube.orderId, details: { outcome } });

    const counts = await countArrivals(db, laboratoryId, tube.orderId);
    const scanned = {
      tube: await findSample(db, laboratoryId, tube.id),
      recollection: tube.recollectionId ? await findSample(db, laboratoryId, tube.recollectionId) : null,
      timeZone: actor.laboratory.timeZone,
    };
    return presentScan(outcome, barcode, scanned, counts);
  },
});

/** What becomes of a tube at the station. The order of the questions is theirs: what stops a tube comes first. */
function outcomeOf(tube: SampleRow, expected: string | undefined, arrival: Arrival): ScanOutcome {
  if (tube.state === "rejected" || tube.state === "cancelled") return tube.state;
  if (expected !== undefined && tube.orderId !== expected) return "another_order";
  if (tube.state !== "expected" && tube.state !== "collected") return "already_accessioned";
  const isKnown = tube.collectedAt ?? arrival.collectedAt ?? arrival.collectionNotRecorded;
  return isKnown ? "accessioned" : "collection_not_known";
}

async function accession(context: LabContext, sampleId: string, arrival: Arrival): Promise<void> {
  const [outcome] = await accessionSamples(context, [{ sampleId, body: arrival }]);
  if (outcome?.problem) throw outcome.problem;
}
