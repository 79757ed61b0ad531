"use server";

import { action } from "@/lib/api/action";
import { accessionSample } from "@/lib/samples/operations/accession-samples";
import { collectSample } from "@/lib/samples/operations/collect-samples";
import { correctCollection } from "@/lib/samples/operations/correct-collection";
import { disposeOfSample } from "@/lib/samples/operations/dispose-of-samples";
import { rejectSample } from "@/lib/samples/operations/reject-samples";
import { storeSample } from "@/lib/samples/operations/store-samples";

export const collect = action(collectSample);
export const accession = action(accessionSample);
export const correct = action(correctCollection);
export const reject = action(rejectSample);
export const store = action(storeSample);
export const dispose = action(disposeOfSample);
