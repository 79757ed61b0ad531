import { fact } from "@/lib/core/events";

/** Birth date, its estimate or sex were corrected: unreleased results are judged anew (R6a). */
export const patientCorrected = fact("patient.corrected", "patientId");
