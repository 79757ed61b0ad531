import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { alone } from "@/lib/infra/transaction";
import { a } from "@/tests/support/a";

/** Rows of the platform that only name a laboratory: it may add to some of them and read none. */
const platformTables = [
  ...["outbox", "mail", "link_token", "session", "hand_over_ticket"],
  ...["email_code", "password_reset", "sign_in_challenge", "suspicion"],
  ...["task", "job_receipt"],
];

const administrator = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
afterAll(() => administrator.end());

async function read<Row>(text: string): Promise<Row[]> {
  const { rows } = await administrator.query(text);
  return rows as Row[];
}

type Table = { name: string; isEnabled: boolean; isForced: boolean };

const laboratoryTables = () =>
  read<Table>(`select c.relname as name, c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'laboratory_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);

describe("S4 every table with a laboratory", () => {
  it("S1 stands behind forced row-level security", async () => {
    const tables = await laboratoryTables();
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.filter((table) => !table.isEnabled || !table.isForced)).toEqual([]);
  });

  it("S1 has for each role that reaches it one permissive policy and beside it a restrictive one", async () => {
    const rows = await read<{
      name: string;
      role: string;
      permissive: string;
      clause: string | null;
      check: string | null;
    }>(
      `select tablename as name, unnest(roles)::text as role, permissive, qual as clause, with_check as check
       from pg_policies where schemaname = 'public'`,
    );
    for (const { name } of await laboratoryTables()) {
      const restrictive = rows.filter((row) => row.name === name && row.permissive === "RESTRICTIVE");
      const reaching = new Set(
        rows.filter((row) => row.name === name && row.permissive === "PERMISSIVE").map((row) => row.role),
      );
      for (const role of reaching) {
        // They look past the policies for one purpose each, inside one function of the database.
        if (role === "lims_search" || role === "lims_sealer") continue;
        if (role === "lims_platform" && platformTables.includes(name)) continue;
        const own = restrictive.filter((row) => row.role === role);
        expect(own, `${name} for ${role}`).toHaveLength(1);
        expect(own[0]?.clause, name).toContain("current_laboratory()");
        expect(own[0]?.check, name).toContain("laboratory_id = ( SELECT current_laboratory()");
      }
    }
  });

  it("S2 is referred to by keys that carry the laboratory", async () => {
    const loose = await read<{ key: string }>(`
      select con.conname as key from pg_constraint con
      join pg_class target on target.oid = con.confrelid
      where con.contype = 'f'
        and exists (select from pg_attribute where attrelid = con.conrelid and attname = 'laboratory_id')
        and exists (select from pg_attribute where attrelid = con.confrelid and attname = 'laboratory_id')
        and target.relname not in (${platformTables.map((name) => `'${name}'`).join(", ")})
        and not exists (select from pg_attribute at where at.attrelid = con.conrelid
          and at.attname = 'laboratory_id' and at.attnum = any(con.conkey))`);
    expect(loose).toEqual([]);
  });

  it("S2 is unique within its laboratory only", async () => {
    const wide = await read<{ name: string; index: string }>(`
      select t.relname as name, i.relname as index from pg_index x
      join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'laboratory_id'
      where x.indisunique and t.relnamespace = 'public'::regnamespace and x.indkey[0] <> a.attnum
        and t.relname not in (${platformTables.map((name) => `'${name}'`).join(", ")})`);
    expect(wide).toEqual([]);
  });
});

describe("the application's roles", () => {
  it("S1 own nothing and cannot step around the policies", async () => {
    const roles = await read<{ name: string; strong: boolean; owns: number }>(`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
        (select count(*)::int from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname in ('lims_lab', 'lims_platform', 'lims_search', 'lims_sealer')`);
    expect(roles).toHaveLength(4);
    for (const role of roles) expect(role, role.name).toMatchObject({ strong: false, owns: 0 });
  });

  it.each([
    "credential",
    "session",
    "refresh_token",
    "hand_over_ticket",
    "link_token",
    "signing_key",
    "registration",
    "account",
    "totp",
    "recovery_code",
    "passkey",
    "email_code",
    "password_reset",
    "sign_in_challenge",
    "api_key",
  ])("S3 that read clinical tables cannot read %s", async (table) => {
    await expect(alone("lims_lab", `select * from ${table}`, [])).rejects.toThrow(/permission denied/);
  });

  it.each([
    "patient",
    "orders",
    "sample",
    "result",
    "report",
    "invoice",
    "critical_notification",
    "result_change",
  ])("S3 that read credentials cannot read %s", async (table) => {
    await expect(alone("lims_platform", `select * from ${table}`, [])).rejects.toThrow(/permission denied/);
  });
});

describe("a transaction", () => {
  it("S1 without a laboratory sees no rows and writes none", async () => {
    await a.laboratory();
    for (const { name } of await laboratoryTables()) {
      if (platformTables.includes(name)) continue;
      const role = name === "api_key" ? "lims_platform" : "lims_lab";
      expect(await alone(role, `select * from ${name}`, []), name).toEqual([]);
    }
  });

  it("S1 in one laboratory sees nothing of another, whatever it asks for", async () => {
    const [lab, next] = await Promise.all([a.laboratory(), a.laboratory()]);
    const seen = await inLaboratory(lab.ref.id, null, async (db) =>
      db.sql<{ laboratory_id: string }>(
        "select laboratory_id from analyte union select laboratory_id from member",
      ),
    );
    expect(seen).toEqual([{ laboratory_id: lab.ref.id }]);
    const asked = await inLaboratory(lab.ref.id, null, async (db) =>
      db.analyte.findMany({ where: { laboratoryId: next.ref.id } }),
    );
    expect(asked).toEqual([]);
    await expect(
      inLaboratory(lab.ref.id, null, async (db) =>
        db.sql("insert into price (laboratory_id, code, amount) values ($1, 'THEIRS', 1)", [next.ref.id]),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("keeps two laboratories of the same tick apart", async () => {
    const labs = await Promise.all([a.laboratory(), a.laboratory()]);
    const reads = Array.from({ length: 100 }, (_, index) => {
      const lab = labs[index % 2] ?? labs[0];
      return inLaboratory(lab.ref.id, null, async (db) => ({
        asked: lab.ref.id,
        seen: (await db.member.findFirst())?.laboratoryId,
      }));
    });
    for (const { asked, seen } of await Promise.all(reads)) expect(seen).toBe(asked);
  });

  it("offers no findUnique, which would gather reads of several laboratories into one", async () => {
    const lab = await a.laboratory();
    await expect(
      inLaboratory(lab.ref.id, null, async (db) => Reflect.get(db.analyte, "findUnique")),
    ).rejects.toThrow(/findFirst/);
  });

  it("is rolled back whole when its work throws", async () => {
    const lab = await a.laboratory();
    await inLaboratory(lab.ref.id, null, async (db) => {
      await db.price.createMany({ data: [{ laboratoryId: lab.ref.id, code: "GONE", amount: 1 }] });
      throw new Error("no");
    }).catch(() => {});
    const kept = await inLaboratory(lab.ref.id, null, async (db) =>
      db.price.findFirst({ where: { code: "GONE" } }),
    );
    expect(kept).toBeNull();
  });

  it("does not open inside another", async () => {
    const nested = inPlatform({ laboratoryId: null, accountId: null }, () =>
      inPlatform({ laboratoryId: null, accountId: null }, async () => 1),
    );
    await expect(nested).rejects.toThrow(/do not nest/);
  });
});

describe("R25 the audit trail", () => {
  it("can be added to and read, and never changed, not even by its owner", async () => {
    const lab = await a.laboratory();
    await inLaboratory(lab.ref.id, null, async (db) =>
      db.sql(
        `insert into audit_event (laboratory_id, id, action, outcome, actor_kind, actor_name, actor_roles, request_id)
         values ($1, gen_random_uuid(), 'test.done', 'done', 'job', 'Test', '{}', 'r')`,
        [lab.ref.id],
      ),
    );
    const byHand = (text: string) => inLaboratory(lab.ref.id, null, async (db) => db.sql(text));
    await expect(byHand("update audit_event set action = 'x'")).rejects.toThrow(/permission denied/);
    await expect(byHand("delete from audit_event")).rejects.toThrow(/permission denied/);
    await expect(administrator.query("delete from audit_event")).rejects.toMatchObject({ code: "LM025" });
    await expect(administrator.query("update audit_event set action = 'x'")).rejects.toMatchObject({
      code: "LM025",
    });
  });
});
