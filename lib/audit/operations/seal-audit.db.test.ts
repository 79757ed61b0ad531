import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { job } from "@/lib/api/job";
import { newId } from "@/lib/core/ids";
import { alone } from "@/lib/infra/transaction";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { verifyAudit } from "@/scripts/lib/audit-verify.mjs";
import { a, type Lab } from "@/tests/support/a";
import { sealAudit } from "./seal-audit";

const administrator = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
afterAll(() => administrator.end());

const seal = async () => (await job(sealAudit, null, {})).sealed;

/** Seals until nothing is left: transactions of other databases of this server, too, hold sealing up. */
async function sealAll(): Promise<void> {
  const open = `select exists (select from audit_event e where not exists
    (select from audit_seal s where s.laboratory_id = e.laboratory_id and s.event_id = e.id)) as waits`;
  for (let waits = true; waits; ) {
    await seal();
    const { rows } = await administrator.query<{ waits: boolean }>(open);
    waits = rows[0]?.waits ?? false;
  }
}

async function reportOf(lab: Lab) {
  const client = await administrator.connect();
  try {
    const reports = await verifyAudit(client);
    const report = reports.find(({ chain }) => chain === lab.ref.slug);
    if (!report) throw new Error("The verifier left a laboratory out.");
    return report;
  } finally {
    client.release();
  }
}

/** A laboratory with some sealed events. */
async function laboratoryWithTrail(): Promise<Lab> {
  const lab = await a.laboratory();
  const reception = await lab.member("receptionist");
  for (const familyName of ["Okafor", "Lindqvist", "Tanaka"]) {
    await reception.does(registerPatient, { body: { familyName, sex: "unknown", acceptDuplicate: true } });
  }
  await sealAll();
  return lab;
}

/** As somebody who owns the server and wants to rewrite history. */
async function forge(...statements: string[]): Promise<void> {
  const client = await administrator.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}

describe("R25 the sealed trail", () => {
  it("R25 is whole when nobody touched it, and tells sealed from not yet sealed", async () => {
    const lab = await laboratoryWithTrail();
    const before = await reportOf(lab);
    expect(before).toMatchObject({ unsealed: 0, faults: [] });
    expect(before.sealed).toBeGreaterThanOrEqual(3);
    const reception = await lab.member("receptionist");
    await reception.does(registerPatient, { body: { familyName: "Later", sex: "unknown" } });
    expect(await reportOf(lab)).toMatchObject({ sealed: before.sealed, unsealed: 1, faults: [] });
    await sealAll();
    expect(await reportOf(lab)).toMatchObject({ sealed: before.sealed + 1, unsealed: 0, faults: [] });
  });

  it("R25 shows an event that was altered", async () => {
    const lab = await laboratoryWithTrail();
    await forge(
      `update audit_event set actor_name = 'Somebody else' where id =
         (select event_id from audit_seal where laboratory_id = '${lab.ref.id}' order by seq limit 1)`,
    );
    expect((await reportOf(lab)).faults).toEqual([expect.stringContaining("was altered")]);
  });

  it("R25 shows an event that was removed", async () => {
    const lab = await laboratoryWithTrail();
    await forge(
      `delete from audit_event where id =
         (select event_id from audit_seal where laboratory_id = '${lab.ref.id}' order by seq offset 1 limit 1)`,
    );
    expect((await reportOf(lab)).faults).toEqual([expect.stringContaining("was removed")]);
  });

  it("R25 shows an event that was removed together with its seal, and two that changed places", async () => {
    const [cut, turned] = [await laboratoryWithTrail(), await laboratoryWithTrail()];
    await forge(
      `delete from audit_event where id =
         (select event_id from audit_seal where laboratory_id = '${cut.ref.id}' and seq = 2)`,
      `delete from audit_seal where laboratory_id = '${cut.ref.id}' and seq = 2`,
      `drop index audit_seal_laboratory_id_event_id_key`,
      `update audit_seal s set event_id = o.event_id from audit_seal o
       where s.laboratory_id = '${turned.ref.id}' and o.laboratory_id = s.laboratory_id
         and (s.seq, o.seq) in ((1, 2), (2, 1))`,
    );
    expect((await reportOf(cut)).faults).toEqual(
      expect.arrayContaining([expect.stringContaining("seal 2 is missing")]),
    );
    expect((await reportOf(turned)).faults.length).toBeGreaterThan(0);
  });

  it("R25 leaves no event out, however transactions overlap and roll back", async () => {
    const lab = await a.laboratory();
    let isWriting = true;
    const writer = async (nth: number) => {
      const client = await administrator.connect();
      try {
        for (let turn = 0; turn < 40; turn += 1) {
          await client.query("begin");
          await client.query(
            `insert into audit_event (laboratory_id, id, action, outcome, actor_kind, actor_name, actor_roles, request_id)
             values ($1, $2, 'overlap.tried', 'done', 'job', 'A writer', '{}', 'overlap')`,
            [lab.ref.id, newId()],
          );
          // Uneven lengths, so that transactions end in another order than they began.
          await client.query("select pg_sleep($1)", [((nth * 7 + turn * 3) % 5) / 1000]);
          await client.query((nth + turn) % 4 === 0 ? "rollback" : "commit");
        }
      } finally {
        client.release();
      }
    };
    const sealing = (async () => {
      while (isWriting) await seal();
    })();
    await Promise.all([0, 1, 2, 3, 4, 5].map(writer));
    isWriting = false;
    await sealing;
    await sealAll();
    const report = await reportOf(lab);
    expect(report).toMatchObject({ unsealed: 0, faults: [] });
    const { rows } = await administrator.query(
      "select count(*)::int as events from audit_event where laboratory_id = $1",
      [lab.ref.id],
    );
    expect(report.sealed).toBe(rows[0].events);
    expect(report.sealed).toBeGreaterThan(170);
  });

  it("R25 is sealed by a role of its own: the application writes, changes and removes no seal", async () => {
    const lab = await laboratoryWithTrail();
    const writing = `insert into audit_seal (laboratory_id, seq, event_id, xid, hash, sealed_at)
      values ('${lab.ref.id}', 99, '${newId()}', '1', '', now())`;
    for (const role of ["lims_lab", "lims_platform"] as const) {
      await expect(alone(role, writing, [])).rejects.toThrow(/permission denied/);
      await expect(alone(role, "delete from audit_seal", [])).rejects.toThrow(/permission denied/);
    }
    await expect(alone("lims_lab", "select seal_audit(1)", [])).rejects.toThrow(/permission denied/);
    await expect(administrator.query("update audit_seal set hash = ''")).rejects.toMatchObject({
      code: "LM025",
    });
  });

  it("S17 is not for people of a laboratory to start", async () => {
    const lab = await a.laboratory();
    await expect(lab.administrator.does(sealAudit)).rejects.toMatchObject({ code: "forbidden" });
  });
});
