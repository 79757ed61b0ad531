import { z } from "zod";

/** What stands on one sample's label: its barcode and two identifiers of the patient (R4). */
export type LabelContent = z.infer<typeof LabelContent>;
export const LabelContent = z.object({
  barcode: z.string().regex(/^[ -~]+$/, "A barcode is written in printable ASCII."),
  patient: z.object({
    familyName: z.string(),
    givenName: z.string().optional(),
    mrn: z.string(),
    birthDate: z.iso.date().optional(),
    birthDateEstimated: z.boolean().optional(),
    sex: z.enum(["female", "male", "other", "unknown"]),
  }),
  sampleType: z.string(),
  /** The container by the name of its cap: "lavender, EDTA 3 mL". */
  container: z.string(),
  collectedAt: z.iso.datetime({ offset: true }).optional(),
  timeZone: z.string(),
  priority: z.enum(["routine", "urgent", "stat"]),
  demonstration: z.boolean(),
});
