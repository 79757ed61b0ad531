"use server";

import { action } from "@/lib/api/action";
import { rejectSample } from "@/lib/samples/operations/reject-samples";
import { scanSample } from "@/lib/samples/operations/scan-sample";

// The station keeps its own list: the page is not rendered anew for each tube.
export const scan = action(scanSample, { refreshes: false });
export const reject = action(rejectSample, { refreshes: false });
