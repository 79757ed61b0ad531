import { displayName } from "@/lib/core/names";

/** FAMILY, Given: the family name loud, whatever size the line has. */
export function PatientName({ family, given }: { family: string; given?: string | null | undefined }) {
  return (
    <span translate="no">
      <b className="font-loud tracking-[0.015em]">{displayName({ familyName: family })}</b>
      {given ? `, ${given}` : null}
    </span>
  );
}
