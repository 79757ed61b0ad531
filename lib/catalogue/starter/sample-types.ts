import type { SampleType } from "./shape";

export const SAMPLE_TYPES = [
  {
    code: "blood-edta",
    name: "Blood, EDTA",
    container: "EDTA tube, 4 mL",
    cap: "lavender",
    collection: "Fill to the mark and invert gently 8 times.",
  },
  {
    code: "blood-group",
    name: "Blood, EDTA, for transfusion",
    container: "EDTA tube, 6 mL",
    cap: "lavender",
    collection:
      "A tube of its own. Ask the patient for full name and birth date, and label at the bedside before leaving.",
  },
  {
    code: "plasma-citrate",
    name: "Plasma, citrate",
    container: "Sodium citrate 3.2 % tube, 2.7 mL",
    cap: "blue",
    collection: "Fill exactly to the mark and invert gently 4 times.",
  },
  {
    code: "plasma-fluoride",
    name: "Plasma, fluoride",
    container: "Sodium fluoride and oxalate tube, 2 mL",
    cap: "grey",
    collection: "Invert gently 8 times.",
  },
  {
    code: "plasma-heparin",
    name: "Plasma, heparin",
    container: "Lithium heparin gel tube, 3 mL",
    cap: "green",
    collection: "Invert gently 8 times.",
  },
  {
    code: "serum-gel",
    name: "Serum, gel",
    container: "Serum separator tube, 5 mL",
    cap: "gold",
    collection: "Invert gently 5 times and let it clot for 30 minutes.",
  },
  {
    code: "urine-random",
    name: "Urine, random",
    container: "Urine cup, 60 mL",
    cap: "none",
    collection: "Midstream, clean catch. Test within 2 hours or keep at 2–8 °C.",
  },
] as const satisfies readonly SampleType[];
