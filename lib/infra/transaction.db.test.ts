import { once } from "node:events";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { alone, ask, closePools, inTransaction, transactionClient } from "./transaction";

const administrator = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
afterAll(async () => {
  await closePools();
  await administrator.end();
});

describe("a connection that breaks", () => {
  const nobody = { laboratoryId: null };

  it("S28 in the middle of an operation ends that operation and nothing else", async () => {
    const broken = inTransaction("lims_lab", nobody, async () => {
      const { rows } = await ask({ text: "select pg_backend_pid() as pid" });
      // The operation is busy with something else when the database goes.
      const gone = once(transactionClient(), "end");
      await administrator.query("select pg_terminate_backend($1)", [rows[0].pid]);
      await gone;
      return ask({ text: "select 1" });
    });
    await expect(broken).rejects.toThrow();
    const after = await inTransaction("lims_lab", nobody, () => ask({ text: "select 1 as one" }));
    expect(after.rows).toEqual([{ one: 1 }]);
  });

  it("S28 while nobody uses it is not noticed", async () => {
    const [row] = await alone<{ pid: number }>("lims_lab", "select pg_backend_pid() as pid", []);
    await administrator.query("select pg_terminate_backend($1)", [row?.pid]);
    await expect
      .poll(() => alone("lims_lab", "select 1 as one", []).catch((error: Error) => error.message))
      .toEqual([{ one: 1 }]);
  });
});
