import { deepStrictEqual } from "node:assert";
import { randomUUID } from "node:crypto";

// What a bulk action left behind, written again for other tubes by the plainest statements that can.

/** @typedef {import("./bench-bulk.mjs").Tube} Tube */
/** @typedef {{ laboratoryId: string, id: string }} Member */
/** @typedef {Record<string, unknown>[]} Rows */
/** @typedef {{ results: Rows, events: Rows, samples: string[], orders: string[] }} Written */

/**
 * The rows that were written for some tubes, turned into those that are to be written for others.
 * @param {import("pg").Client} admin @param {readonly Tube[]} from @param {readonly Tube[]} to
 * @returns {Promise<{ entry: Written, verification: Written }>}
 */
export async function rowsLike(admin, from, to) {
  /** @type {Map<string, string>} */
  const twin = new Map();
  for (const [place, tube] of from.entries()) {
    const other = to[place];
    twin.set(tube.id, other?.id ?? "").set(tube.orderId, other?.orderId ?? "");
    for (const { id, code } of tube.results) {
      twin.set(id, other?.results.find((result) => result.code === code)?.id ?? "");
    }
  }
  const turned = (/** @type {unknown} */ row) =>
    JSON.parse(JSON.stringify(row).replace(/[0-9a-f-]{36}/g, (id) => twin.get(id) ?? id));
  const ids = from.map(({ id }) => id);
  const { rows: results } = await admin.query(
    `select id, value, flag, unit, decimals, method, interval, critical_limit, catalogue_version
     from result where sample_id = any($1::uuid[])`,
    [ids],
  );
  const { rows: events } = await admin.query(
    "select to_jsonb(e) - array['xid', 'id'] as event from audit_event e where record_id = any($1) order by at",
    [ids],
  );
  const eventsOf = (/** @type {string} */ action) =>
    events
      .filter(({ event }) => event.details.action === action)
      .map(({ event }) => ({ ...turned(event), id: randomUUID() }));
  const [samples, orders] = [to.map(({ id }) => id), to.map(({ orderId }) => orderId)];
  return {
    entry: { results: results.map(turned), events: eventsOf("enter_results"), samples, orders },
    verification: { results: results.map(turned), events: eventsOf("verify"), samples, orders },
  };
}

const enterText = `update result r set state = 'entered', value = n.value, flag = n.flag, unit = n.unit,
    decimals = n.decimals, method = n.method, interval = n.interval, critical_limit = n.critical_limit,
    catalogue_version = n.catalogue_version, entered_by_id = $3, entered_at = now(), version = r.version + 1,
    updated_at = now()
  from json_to_recordset($2) as n(id uuid, value text, flag text, unit text, decimals int, method text,
    interval jsonb, critical_limit jsonb, catalogue_version int)
  where r.laboratory_id = $1 and r.id = n.id`;

const verifyText = `update result set state = 'verified', verified_by_id = $3, verified_at = now(),
    version = version + 1, updated_at = now()
  where laboratory_id = $1 and id = any($2::uuid[])`;

const eventsText = `insert into audit_event (laboratory_id, id, at, action, outcome, actor_kind, actor_id, actor_name,
    actor_roles, ip, request_id, record_type, record_id, order_id, patient_id, details)
  select laboratory_id, id, at, action, outcome, actor_kind, actor_id, actor_name, actor_roles, ip, request_id,
    record_type, record_id, order_id, patient_id, details
  from json_populate_recordset(null::audit_event, $1)`;

/**
 * Writes them in one transaction, in the name of a member.
 * @param {import("pg").Client} client @param {Member} member @param {"entry" | "verification"} what
 * @param {Written} rows
 */
export async function writeRows(client, { laboratoryId, id }, what, { results, events, samples, orders }) {
  await client.query(
    `begin; select set_config('app.laboratory_id', '${laboratoryId}', true), set_config('app.actor_id', '${id}', true)`,
  );
  if (what === "entry") {
    await client.query(enterText, [laboratoryId, JSON.stringify(results), id]);
    for (const [table, state, rows] of /** @type {const} */ ([
      ["sample", "in_process", samples],
      ["orders", "in_progress", orders],
    ])) {
      await client.query(
        `update ${table} set state = '${state}', version = version + 1, updated_at = now()
         where laboratory_id = $1 and id = any($2::uuid[])`,
        [laboratoryId, rows],
      );
    }
  } else {
    await client.query(verifyText, [laboratoryId, results.map((result) => result.id), id]);
  }
  await client.query(eventsText, [JSON.stringify(events)]);
  await client.query("commit");
}

/**
 * Holds the two ways to have left the same behind.
 * @param {import("pg").Client} admin @param {readonly Tube[]} tubes @param {readonly Tube[]} others
 */
export async function holdAlike(admin, tubes, others) {
  const left = async (/** @type {readonly Tube[]} */ which) => {
    const { rows } = await admin.query(
      `select s.state as sample, o.state as order, s.version, r.analyte_code, r.state, r.value, r.flag, r.interval,
         r.entered_by_id, r.verified_by_id, r.version, (select count(*) from audit_event e where e.record_id = s.id::text)
       from sample s join orders o on o.laboratory_id = s.laboratory_id and o.id = s.order_id
       join result r on r.laboratory_id = s.laboratory_id and r.sample_id = s.id
       where s.id = any($1::uuid[]) order by s.barcode, r.analyte_code`,
      [which.map(({ id }) => id)],
    );
    return rows;
  };
  deepStrictEqual(await left(others), await left(tubes));
}
