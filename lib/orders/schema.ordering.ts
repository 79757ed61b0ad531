import { z } from "zod";
import { SampleType } from "@/lib/catalogue/schema";
import { Turnaround } from "@/lib/catalogue/schema.sold";
import { OrderPatient } from "./schema";

/** What an order can ask for, with all that whoever places it has to know: what it contains, its tubes, its price. */
export type OrderableItem = z.infer<typeof OrderableItem>;
export const OrderableItem = z.object({
  kind: z.enum(["test", "panel"]),
  code: z.string().meta({ example: "LIPID" }),
  name: z.string().meta({ example: "Lipid profile" }),
  /** Minor units; null when the price list does not name it. Shown to those who may see prices. */
  price: z.int().nullable().optional(),
  tests: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      sampleType: SampleType.omit({ id: true }),
      collection: z.string().nullable(),
      turnaroundMinutes: Turnaround,
      analytes: z.array(z.string()).meta({ description: "Names, in the order of the report." }),
    }),
  ),
});

export const OrderableItems = z.object({ data: z.array(OrderableItem) });

export const PatientsToOrderFor = z.object({ data: z.array(OrderPatient) });
