import { describe, expect, it } from "vitest";
import { embeddedRunner } from "@/inngest/embedded";
import { functions } from "@/inngest/functions";
import { listAuditEvents } from "@/lib/audit/operations/list-audit-events";
import { inLaboratory } from "@/lib/infra/db";
import { alone } from "@/lib/infra/transaction";
import { a, type Member } from "@/tests/support/a";
import { aBench, anArrivedOrder, enter } from "@/tests/support/a-bench";
import { downloadExport } from "./operations/download-export";
import { openTask } from "./operations/open-task";
import { requestTask } from "./operations/request-task";
import { writeExportChunk } from "./operations/write-export-chunk";

type Line = { record: string } & Record<string, unknown>;

async function exportFor(member: Member): Promise<{ taskId: string }> {
  const { id } = await member.does(requestTask, { body: { type: "export" } });
  await embeddedRunner(functions).tick();
  return { taskId: id };
}

async function linesOf(member: Member, params: { taskId: string }): Promise<Line[]> {
  // A download answers with bytes: what `render` made of the pieces.
  const bytes = (await member.does(downloadExport, { params })) as unknown as Uint8Array;
  const text = new TextDecoder().decode(bytes);
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
}

describe("T7 a self-test", () => {
  it("is asked for, waited for and looked up, with its progress", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const asked = await lab.administrator.does(requestTask, { body: { type: "self_test" } });
    expect(asked).toMatchObject({ type: "self_test", state: "PENDING", progress: 0, result: null });
    const seen = () => lab.administrator.does(openTask, { params: { taskId: asked.id } });
    await embeddedRunner(functions).tick();
    expect(await seen()).toMatchObject({ state: "STARTED", progress: 50 });
    clock.pass(2000);
    await embeddedRunner(functions).tick();
    expect(await seen()).toMatchObject({ state: "SUCCESS", progress: 100, result: { isWell: true } });
  });

  it("is nobody else's to look at", async () => {
    const [lab, next] = await Promise.all([a.laboratory(), a.laboratory()]);
    const { id } = await lab.administrator.does(requestTask, { body: { type: "self_test" } });
    const other = await lab.member("administrator");
    for (const member of [other, next.administrator]) {
      const look = member.does(openTask, { params: { taskId: id } });
      await expect(look).rejects.toMatchObject({ code: "not_found" });
    }
    const tech = await lab.member("technician");
    const ask = tech.does(requestTask, { body: { type: "self_test" } });
    await expect(ask).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("T7 an export", () => {
  it("holds what the member who asked may read, of their own laboratory", async () => {
    const bench = await aBench();
    const order = await anArrivedOrder(bench, { items: ["CREA"] });
    await enter(bench.tech, order, { CREA: "1.0" });
    const other = await aBench();
    await anArrivedOrder(other, { items: ["CREA"] });
    const auditor = await bench.lab.member("auditor");
    const lines = await linesOf(auditor, await exportFor(auditor));
    const kinds = new Set(lines.map(({ record }) => record));
    expect(kinds).toEqual(new Set(["tests", "prices", "patients", "orders", "results", "invoices"]));
    expect(lines.filter(({ record }) => record === "orders")).toMatchObject([
      { id: order.id, items: [{ code: "CREA" }] },
    ]);
    expect(lines.find(({ record }) => record === "results")).toMatchObject({
      analyte_code: "CREA",
      value: "1.0",
    });
    expect(JSON.stringify(lines)).not.toContain(other.lab.ref.id);

    const administrators = await linesOf(bench.lab.administrator, await exportFor(bench.lab.administrator));
    expect(new Set(administrators.map(({ record }) => record))).toEqual(new Set(["tests", "prices"]));
  });

  it("is fetched by whoever asked, for a day, and never with more than they may read by then", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const [auditor, other] = await Promise.all([lab.member("auditor"), lab.member("auditor")]);
    const params = await exportFor(auditor);
    await expect(other.does(downloadExport, { params })).rejects.toMatchObject({ code: "not_found" });
    expect((await linesOf(auditor, params)).length).toBeGreaterThan(10);
    const turned: Member = { ...auditor };
    auditor.actor.member = {
      ...(auditor.actor.member ?? turned.actor.member),
      roles: ["administrator"],
    } as never;
    expect((await linesOf(auditor, params)).some(({ record }) => record === "patients")).toBe(false);
    clock.pass(24 * 3_600_000);
    await expect(auditor.does(downloadExport, { params })).rejects.toMatchObject({ code: "not_found" });
  });

  it("cannot be fetched before it is written, nor a self-test as one", async () => {
    const lab = await a.laboratory();
    const { id } = await lab.administrator.does(requestTask, { body: { type: "export" } });
    const early = lab.administrator.does(downloadExport, { params: { taskId: id } });
    await expect(early).rejects.toMatchObject({ code: "illegal_move" });
    const test = await lab.administrator.does(requestTask, { body: { type: "self_test" } });
    const none = lab.administrator.does(downloadExport, { params: { taskId: test.id } });
    await expect(none).rejects.toMatchObject({ code: "illegal_move" });
  });

  it("leaves its trail: asked for, written, fetched", async () => {
    const lab = await a.laboratory();
    const params = await exportFor(lab.administrator);
    await linesOf(lab.administrator, params);
    const { data } = await lab.administrator.does(listAuditEvents, { query: { recordId: params.taskId } });
    const actions = new Set(data.map(({ action }) => action));
    expect(actions).toEqual(new Set(["task.requested", "export.written", "export.downloaded"]));
  });

  it("is walked in pieces, each line once, and refused when it grows too large", async () => {
    const lab = await a.laboratory();
    await inLaboratory(lab.ref.id, null, async (db) =>
      db.sql(
        `insert into price (laboratory_id, code, amount) select $1, 'P' || n, n from generate_series(1, 4100) n`,
        [lab.ref.id],
      ),
    );
    const lines = await linesOf(lab.administrator, await exportFor(lab.administrator));
    const codes = lines.filter(({ record }) => record === "prices").map(({ code }) => code);
    expect(codes.length).toBeGreaterThanOrEqual(4100);
    expect(new Set(codes).size).toBe(codes.length);

    const { id: taskId } = await lab.administrator.does(requestTask, { body: { type: "export" } });
    await inLaboratory(lab.ref.id, null, async (db) =>
      db.sql(
        `insert into export_chunk (laboratory_id, task_id, part, position, lines, content, created_at, expires_at)
         values ($1, $2, 'prices', 99, 1, repeat('x', 64 * 1024 * 1024), now(), now())`,
        [lab.ref.id, taskId],
      ),
    );
    const body = { taskId, part: "prices", position: 1, after: null };
    await expect(lab.job().does(writeExportChunk, { body })).rejects.toMatchObject({
      code: "payload_too_large",
    });
    await alone("lims_platform", "delete from task where id = $1", [taskId]);
  });
});
