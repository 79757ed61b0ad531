import { createHash } from "node:crypto";

/**
 * @typedef {{ chain: string, sealed: number, unsealed: number, head: string | null, faults: string[] }} ChainReport
 * `head` is the hash of the last seal: kept elsewhere, it proves that nothing was cut off the end.
 */

const batch = 2000;

/**
 * Goes through every chain of seals and computes each hash anew from the events as they stand now (R25).
 * @param {import("pg").ClientBase} client an administrator of the database
 * @returns {Promise<ChainReport[]>} the platform's own chain first, then one for each laboratory
 */
export async function verifyAudit(client) {
  const { rows } = await client.query("select id, slug from laboratory order by slug");
  const reports = [await verifyChain(client, "the platform", "platform_seal", "platform_event", null)];
  for (const { id, slug } of rows) {
    reports.push(await verifyChain(client, slug, "audit_seal", "audit_event", id));
  }
  return reports;
}

/**
 * @param {import("pg").ClientBase} client
 * @param {string} chain its name in the report
 * @param {"audit_seal" | "platform_seal"} seals
 * @param {"audit_event" | "platform_event"} events
 * @param {string | null} laboratoryId
 * @returns {Promise<ChainReport>}
 */
async function verifyChain(client, chain, seals, events, laboratoryId) {
  const faults = /** @type {string[]} */ ([]);
  const ofSeal = laboratoryId ? "s.laboratory_id = $1" : "$1::uuid is null";
  const ofEvent = laboratoryId ? "e.laboratory_id = $1" : "$1::uuid is null";
  let before = Buffer.alloc(0);
  let sealed = 0;
  let last = { xid: 0n, id: "" };
  for (;;) {
    const { rows } = await client.query(
      `select s.seq::text as seq, s.event_id, s.xid::text as seal_xid, s.hash, e.xid::text as xid,
         case when e.id is not null then audit_text(e) end as line
       from ${seals} s left join ${events} e on e.id = s.event_id ${laboratoryId ? "and e.laboratory_id = s.laboratory_id" : ""}
       where ${ofSeal} and s.seq > $2 order by s.seq limit ${batch}`,
      [laboratoryId, sealed],
    );
    for (const row of rows) {
      const expected = sealed + 1;
      if (BigInt(row.seq) !== BigInt(expected)) {
        faults.push(`seal ${expected} is missing`);
        sealed = Number(row.seq) - 1;
      }
      sealed += 1;
      if (row.line === null) faults.push(`the event of seal ${sealed} (${row.event_id}) was removed`);
      else {
        const hash = createHash("sha256").update(before).update(`${sealed} ${row.line}`).digest();
        if (!hash.equals(row.hash))
          faults.push(`event ${row.event_id} was altered, or its seal ${sealed} was`);
      }
      const here = { xid: BigInt(row.seal_xid), id: String(row.event_id) };
      if (here.xid < last.xid || (here.xid === last.xid && here.id <= last.id)) {
        faults.push(`seal ${sealed} is out of order`);
      }
      last = here;
      before = row.hash;
    }
    if (rows.length < batch) break;
  }
  const { rows: open } = await client.query(
    `select count(*)::int as unsealed,
       count(*) filter (where (e.xid, e.id) < ($2::xid8, $3::uuid))::int as skipped
     from ${events} e
     where ${ofEvent} and not exists (select from ${seals} s where ${ofSeal} and s.event_id = e.id)`,
    [laboratoryId, last.xid.toString(), last.id || "00000000-0000-0000-0000-000000000000"],
  );
  if (open[0].skipped > 0) faults.push(`${open[0].skipped} events stand before the last seal and have none`);
  const head = sealed > 0 ? before.toString("hex") : null;
  return { chain, sealed, unsealed: open[0].unsealed, head, faults };
}
