import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { Reach } from "@/lib/orders/policy";
import { reachValues } from "@/lib/orders/repository";
import { type PatientColumns, patientColumns } from "@/lib/orders/repository.find";
import type { ReportContent } from "./content";

export type ReportRow = PatientColumns & {
  id: string;
  version: number;
  orderId: string;
  accessionNumber: string;
  number: number;
  status: "preliminary" | "final";
  isCorrected: boolean;
  reason: string | null;
  sha256: string;
  checkCode: string;
  issuedAt: Date;
  issuedBy: string;
  supersededBy: number | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  createdAt: Date;
  updatedAt: Date;
};

const latestNumber = `(select max(b.number) from report b
  where b.laboratory_id = r.laboratory_id and b.order_id = r.order_id)`;

const reportColumns = `r.id, r.version, r.order_id as "orderId", o.accession_number as "accessionNumber", r.number,
  r.status, r.is_corrected as "isCorrected", r.reason, r.content_sha256 as sha256, r.check_code as "checkCode",
  r.issued_at as "issuedAt", r.issued_by_name as "issuedBy", nullif(${latestNumber}, r.number) as "supersededBy",
  r.withdrawn_at as "withdrawnAt", r.withdraw_reason as "withdrawReason", r.created_at as "createdAt",
  r.updated_at as "updatedAt", ${patientColumns}`;

const withOrder = `join orders o on o.laboratory_id = r.laboratory_id and o.id = r.order_id
  join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id`;

/** @throws Problem "not_found", also for one beyond the actor's reach. */
export async function findReport(
  db: LabDb,
  laboratoryId: string,
  reportId: string,
  reach: Reach = { kind: "all" },
): Promise<ReportRow> {
  const [row] = await db.sql<ReportRow>(
    `select ${reportColumns} from report r ${withOrder}
     where r.laboratory_id = $1 and r.id = $2 and ($3 or o.provider_id = $4)`,
    [laboratoryId, reportId, ...reachValues(reach)],
  );
  if (!row) throw notFound();
  return row;
}

/** Every version of an order's report, the newest first. */
export async function reportsOfOrders(
  db: LabDb,
  laboratoryId: string,
  orderIds: readonly string[],
): Promise<ReportRow[]> {
  return await db.sql<ReportRow>(
    `select ${reportColumns} from report r ${withOrder}
     where r.laboratory_id = $1 and r.order_id = any($2::uuid[]) order by r.order_id, r.number desc`,
    [laboratoryId, orderIds],
  );
}

export type ReportFilter = {
  orderId?: string | undefined;
  patientId?: string | undefined;
  status?: "preliminary" | "final" | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** The newest first, from `after` (when it was issued, id) on. */
export async function listReports(
  db: LabDb,
  laboratoryId: string,
  filter: ReportFilter,
  reach: Reach,
  after: readonly unknown[] | null,
  limit: number,
): Promise<ReportRow[]> {
  return await db.sql<ReportRow>(
    `select ${reportColumns} from report r ${withOrder}
     where r.laboratory_id = $1 and ($2 or o.provider_id = $3)
       and ($4::uuid is null or r.order_id = $4)
       and ($5::uuid is null or o.patient_id = $5)
       and ($6::"ReportStatus" is null or r.status = $6)
       and ($7::timestamptz is null or r.issued_at >= $7)
       and ($8::timestamptz is null or r.issued_at < $8)
       and ($9::timestamptz is null or (r.issued_at, r.id) < ($9, $10::uuid))
     order by r.issued_at desc, r.id desc limit $11`,
    [
      laboratoryId,
      ...reachValues(reach),
      filter.orderId ?? null,
      filter.patientId ?? null,
      filter.status ?? null,
      filter.from ?? null,
      filter.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  );
}

/** What a version says, as it was frozen. */
export async function contentOf(db: LabDb, laboratoryId: string, reportId: string): Promise<ReportContent> {
  const [row] = await db.sql<{ content: ReportContent }>(
    "select content from report where laboratory_id = $1 and id = $2",
    [laboratoryId, reportId],
  );
  if (!row) throw notFound();
  return row.content;
}

/** The bytes of a version, or null while nobody has asked for them. */
export async function fileOf(db: LabDb, laboratoryId: string, reportId: string): Promise<Uint8Array | null> {
  const [row] = await db.sql<{ bytes: Buffer }>(
    "select bytes from report_file where laboratory_id = $1 and report_id = $2",
    [laboratoryId, reportId],
  );
  return row ? new Uint8Array(row.bytes) : null;
}

/** A report by its check code, without a word about the patient. */
export async function findByCheckCode(
  db: LabDb,
  laboratoryId: string,
  checkCode: string,
): Promise<Pick<ReportRow, "number" | "supersededBy" | "withdrawnAt"> | null> {
  const [row] = await db.sql<Pick<ReportRow, "number" | "supersededBy" | "withdrawnAt">>(
    `select r.number, nullif(${latestNumber}, r.number) as "supersededBy", r.withdrawn_at as "withdrawnAt"
     from report r where r.laboratory_id = $1 and r.check_code = $2`,
    [laboratoryId, checkCode],
  );
  return row ?? null;
}

export type OrderOnPaper = PatientColumns & {
  id: string;
  accessionNumber: string;
  priority: "routine" | "urgent" | "stat";
  fasting: boolean | null;
  pregnant: boolean | null;
  clinicalNotes: string | null;
  placedAt: Date;
  requester: string | null;
  samples: {
    id: string;
    number: number;
    barcode: string;
    sampleTypeName: string;
    condition: string | null;
    collectedAt: string | null;
    collectionNotRecorded: boolean;
    accessionedAt: string | null;
  }[];
  /** Items in their order, with the tests that are done for each. */
  items: { name: string; isCancelled: boolean; orderTestIds: string[] }[];
};

/** What a report says of orders, beside their results. */
export async function ordersOnPaper(
  db: LabDb,
  laboratoryId: string,
  orderIds: readonly string[],
): Promise<Map<string, OrderOnPaper>> {
  const rows = await db.sql<OrderOnPaper>(
    `select o.id, o.accession_number as "accessionNumber", o.priority, o.fasting, o.pregnant,
       o.clinical_notes as "clinicalNotes", o.placed_at as "placedAt",
       (select v.first_name || ' ' || v.last_name from provider v
         where v.laboratory_id = o.laboratory_id and v.id = o.provider_id) as requester,
       (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'barcode', s.barcode,
          'sampleTypeName', s.sample_type_name, 'condition', s.condition, 'collectedAt', s.collected_at,
          'collectionNotRecorded', s.collection_not_recorded, 'accessionedAt', s.accessioned_at)
          order by s.number), '[]')
        from sample s where s.laboratory_id = o.laboratory_id and s.order_id = o.id) as samples,
       (select coalesce(json_agg(json_build_object('name', i.name, 'isCancelled', i.cancelled_at is not null,
          'orderTestIds', (select coalesce(json_agg(it.order_test_id), '[]') from order_item_test it
            where it.laboratory_id = i.laboratory_id and it.item_id = i.id)) order by i.position), '[]')
        from order_item i where i.laboratory_id = o.laboratory_id and i.order_id = o.id) as items,
       ${patientColumns}
     from orders o join patient p on p.laboratory_id = o.laboratory_id and p.id = o.patient_id
     where o.laboratory_id = $1 and o.id = any($2::uuid[])`,
    [laboratoryId, orderIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
