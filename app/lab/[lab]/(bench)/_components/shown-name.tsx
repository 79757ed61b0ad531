import { PatientName } from "@/components/lab/patient-name";

/** A name as it is displayed ("JONES, William") with its family name loud. */
export function ShownName({ children }: { children: string }) {
  const [family = "", ...given] = children.split(", ");
  return <PatientName family={family} given={given.join(", ") || null} />;
}
