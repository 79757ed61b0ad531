import type { LabDb } from "@/lib/infra/db";

/** Somebody to be written to about a version of a report. */
export type Recipient = {
  reportId: string;
  recipient: string;
  /** A requester with a place in the laboratory is its member. */
  who: "patient" | "requester" | "member";
  providerId: string | null;
  /** The version says that an earlier one was wrong. */
  isCorrecting: boolean;
};

/**
 * The patients and requesters of these reports; of a version that corrects another also those requesters who were
 * written to about an earlier one, for an order may name somebody else since.
 */
export async function recipientsOf(
  db: LabDb,
  laboratoryId: string,
  reports: readonly { id: string; orderId: string }[],
): Promise<Recipient[]> {
  return await db.sql<Recipient>(
    `with issued as (
       select r.id, r.order_id, r.number > 1 and r.reason is not null as is_correcting
       from report r where r.laboratory_id = $1 and r.id = any($2::uuid[])
     ), requesters as (
       select i.id, i.is_correcting, o.provider_id
       from issued i join orders o on o.laboratory_id = $1 and o.id = i.order_id
       union
       select i.id, i.is_correcting, n.provider_id
       from issued i join report b on b.laboratory_id = $1 and b.order_id = i.order_id
       join report_notice n on n.laboratory_id = $1 and n.report_id = b.id
       where i.is_correcting and n.provider_id is not null
     )
     select q.id as "reportId", v.email as recipient, v.id as "providerId",
       case when v.member_id is null then 'requester' else 'member' end as who, q.is_correcting as "isCorrecting"
     from requesters q join provider v on v.laboratory_id = $1 and v.id = q.provider_id
     where v.email is not null
     union all
     select i.id, p.email, null, 'patient', i.is_correcting
     from issued i join orders o on o.laboratory_id = $1 and o.id = i.order_id
     join patient p on p.laboratory_id = $1 and p.id = o.patient_id
     where p.email is not null`,
    [laboratoryId, reports.map(({ id }) => id)],
  );
}

/** Remembers who was written to. One statement, however many reports. */
export async function keepNotices(
  db: LabDb,
  laboratoryId: string,
  recipients: readonly Recipient[],
): Promise<void> {
  if (recipients.length === 0) return;
  await db.sql(
    `insert into report_notice (laboratory_id, report_id, recipient, provider_id)
     select $1, n.report_id, n.recipient, n.provider_id
     from json_to_recordset($2) as n(report_id uuid, recipient text, provider_id uuid)`,
    [
      laboratoryId,
      JSON.stringify(
        recipients.map(({ reportId, recipient, providerId }) => ({
          ...{ report_id: reportId, recipient, provider_id: providerId },
        })),
      ),
    ],
  );
}
