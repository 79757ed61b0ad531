import { PatientName } from "@/components/lab/patient-name";

/** A name as it is displayed ("JONES, William") with its family name loud. */
export function ShownName({ children }: { children: string }) {
  return <PatientName {...nameParts(children)} />;
}

/** The two parts of a displayed name. */
export function nameParts(displayName: string): { family: string; given: string | null } {
  const [family = "", ...given] = displayName.split(", ");
  return { family, given: given.join(", ") || null };
}
