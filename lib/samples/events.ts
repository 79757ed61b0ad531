import { fact } from "@/lib/core/events";

export const sampleCollected = fact("sample.collected", "sampleId");

export const sampleAccessioned = fact("sample.accessioned", "sampleId");

/** `recollectionId` is "" when nothing of the sample was left to be measured. */
export const sampleRejected = fact("sample.rejected", "sampleId", "recollectionId");

export const sampleStored = fact("sample.stored", "sampleId");

export const sampleDisposed = fact("sample.disposed", "sampleId");

/** Age at collection may be another now: unreleased results are judged anew (R6a). */
export const sampleCollectionCorrected = fact("sample.collection_corrected", "sampleId");
