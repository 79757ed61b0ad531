import { PatientName } from "@/components/lab/patient-name";
import type { PersonName } from "@/lib/core/names";

/** A patient's name in a line or a cell, its family name loud. */
export function ShownName({ of }: { of: PersonName }) {
  return <PatientName {...nameParts(of)} />;
}

/** A patient's name as the identity strip and the work footer take it. */
export function nameParts({ familyName, givenName = null }: PersonName) {
  return { family: familyName, given: givenName };
}
