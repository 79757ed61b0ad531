import { foldName } from "@/lib/core/fold";
import type { LabDb } from "@/lib/infra/db";
import type { Reach } from "./policy";
import { reachValues } from "./repository";
import { type PatientColumns, patientColumns } from "./repository.find";

/**
 * Patients an order may be placed for, within what somebody reaches: all, or for a provider those that an order
 * of theirs names or that they registered. The newest first.
 */
export async function patientsWithinReach(
  db: LabDb,
  laboratoryId: string,
  { q, patientId, memberId }: { q: string; patientId: string | null; memberId: string | null },
  reach: Reach,
  limit: number,
): Promise<PatientColumns[]> {
  return await db.sql<PatientColumns>(
    `select ${patientColumns} from patient p
     where p.laboratory_id = $1
       and ($2 or p.registered_by_id = $4 or exists (
         select from orders o where o.laboratory_id = $1 and o.patient_id = p.id and o.provider_id = $3))
       and ($5::uuid is null or p.id = $5)
       and ($6 = '' or position($6 in p.search_name) > 0 or starts_with(upper(p.mrn), $7))
     order by p.created_at desc, p.id desc limit $8`,
    [laboratoryId, ...reachValues(reach), memberId, patientId, foldName(q), q.toUpperCase(), limit],
  );
}
