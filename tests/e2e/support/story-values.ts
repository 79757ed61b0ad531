import { BLOOD_COUNTS } from "../../../lib/catalogue/starter/blood-counts";
import { BLOOD_FILM } from "../../../lib/catalogue/starter/blood-film";
import { LEUKOCYTE_DIFFERENTIAL } from "../../../lib/catalogue/starter/leukocyte-differential";
import { LIPIDS } from "../../../lib/catalogue/starter/lipids";
import { type NistLine, nistCbc, nistLipids } from "../../support/nist";

/** What is typed on each line of the starter catalogue's blood count and lipid profile, by the analyte's name. */
export const typedCount = typedFor([...BLOOD_COUNTS, ...LEUKOCYTE_DIFFERENTIAL, ...BLOOD_FILM], nistCbc);
export const typedLipids = typedFor(LIPIDS, nistLipids);

function typedFor(
  analytes: readonly { name: string; loinc?: string }[],
  lines: readonly NistLine[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [place, { name, loinc }] of analytes.entries()) {
    const line = lines.find((each) => each.loinc === loinc) ?? lines[place];
    if (line) values.set(name, typed(line));
  }
  return values;
}

function typed({ kind, value, unit }: NistLine): string {
  // The figure of the choice: grades stand in the catalogue from none upwards.
  if (kind === "coded") return value === "None seen" ? "1" : "3";
  // The starter catalogue counts cells in thousands.
  return unit === "{cells}/uL" ? String(Number(value) / 1000) : value;
}
