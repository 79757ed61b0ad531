import { notFound } from "@/lib/core/problem";
import type { LabDb } from "@/lib/infra/db";
import type { ResultState } from "@/lib/orders/schema";
import { callIsOpen, type ResultRow, resultColumns, superseded, withNames } from "./repository.row";

/** @throws Problem "not_found" */
export async function findResult(db: LabDb, laboratoryId: string, resultId: string): Promise<ResultRow> {
  const [row] = await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames} where r.laboratory_id = $1 and r.id = $2`,
    [laboratoryId, resultId],
  );
  if (!row) throw notFound();
  return row;
}

/** Every version of one line of an order, oldest first. */
export async function versionsOf(
  db: LabDb,
  laboratoryId: string,
  { orderId, orderTestId, analyteId }: Pick<ResultRow, "orderId" | "orderTestId" | "analyteId">,
): Promise<ResultRow[]> {
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames}
     where r.laboratory_id = $1 and r.order_id = $2 and r.order_test_id = $3 and r.analyte_id = $4
     order by r.created_at, r.id`,
    [laboratoryId, orderId, orderTestId, analyteId],
  );
}

/** All results of orders, in the order of their lines. */
export async function resultsOfOrders(
  db: LabDb,
  laboratoryId: string,
  orderIds: readonly string[],
): Promise<ResultRow[]> {
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames}
     where r.laboratory_id = $1 and r.order_id = any($2::uuid[])
     order by t.position, r.position, r.created_at, r.id`,
    [laboratoryId, orderIds],
  );
}

export async function resultsOfSample(
  db: LabDb,
  laboratoryId: string,
  sampleId: string,
): Promise<ResultRow[]> {
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames}
     where r.laboratory_id = $1 and r.sample_id = $2
     order by t.position, r.position, r.created_at, r.id`,
    [laboratoryId, sampleId],
  );
}

export type ResultFilter = {
  state?: ResultState | undefined;
  flag?: string | undefined;
  section?: string | undefined;
  sampleId?: string | undefined;
  orderId?: string | undefined;
  patientId?: string | undefined;
  analyteCode?: string | undefined;
  criticalOpen?: boolean | undefined;
  /** Released, not superseded, reported. */
  current?: boolean | undefined;
};

const sorts = {
  newest: { key: "created_at", beyond: "<", direction: "desc" },
  due: { key: "due_at", beyond: ">", direction: "asc" },
} as const;

/** Results by their time and id, from `after` on. */
export async function listResults(
  db: LabDb,
  laboratoryId: string,
  filter: ResultFilter,
  sort: keyof typeof sorts,
  after: readonly unknown[] | null,
  limit: number,
): Promise<ResultRow[]> {
  const { key, beyond, direction } = sorts[sort];
  const values: unknown[] = [laboratoryId];
  const conditions = ["r.laboratory_id = $1"];
  const require = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  require((given) => `r.state = ${given}::"ResultState"`, filter.state);
  require((given) => `r.flag = ${given}`, filter.flag);
  require((given) => `r.section = ${given}`, filter.section);
  require((given) => `r.sample_id = ${given}::uuid`, filter.sampleId);
  require((given) => `r.order_id = ${given}::uuid`, filter.orderId);
  require((given) => `r.patient_id = ${given}::uuid`, filter.patientId);
  require((given) => `r.analyte_code = ${given}`, filter.analyteCode);
  if (filter.criticalOpen !== undefined) {
    conditions.push(filter.criticalOpen ? callIsOpen : `not (${callIsOpen})`);
  }
  if (filter.current) conditions.push("r.state = 'released'", `not ${superseded}`);
  if (after) {
    values.push(after[0], after[1]);
    conditions.push(
      `(r.${key}, r.id) ${beyond} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`,
    );
  }
  values.push(limit + 1);
  return await db.sql<ResultRow>(
    `select ${resultColumns} from result r ${withNames} where ${conditions.join(" and ")}
     order by r.${key} ${direction}, r.id ${direction} limit $${values.length}`,
    values,
  );
}

export type RequesterRow = {
  name: string;
  specialization: string | null;
  phone: string | null;
  email: string | null;
};

/** The provider who asked for an order, or null. */
export async function requesterOf(
  db: LabDb,
  laboratoryId: string,
  orderId: string,
): Promise<RequesterRow | null> {
  const [row] = await db.sql<RequesterRow>(
    `select v.first_name || ' ' || v.last_name as name, v.specialization, v.phone, v.email
     from orders o join provider v on v.laboratory_id = o.laboratory_id and v.id = o.provider_id
     where o.laboratory_id = $1 and o.id = $2`,
    [laboratoryId, orderId],
  );
  return row ?? null;
}
