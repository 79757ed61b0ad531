import { beforeAll, describe, expect, it } from "vitest";
import { listAnalytes } from "@/lib/catalogue/operations/list-analytes";
import { newId } from "@/lib/core/ids";
import { inLaboratory } from "@/lib/infra/db";
import { openPatient } from "@/lib/patients/operations/open-patient";
import { registerPatient } from "@/lib/patients/operations/register-patient";
import { a, type Lab, type Member } from "@/tests/support/a";
import type { AuditEvent } from "../schema";
import { listAuditEvents } from "./list-audit-events";
import { readTimeline } from "./read-timeline";

let lab: Lab;
let next: Lab;
let auditor: Member;
let reception: Member;
beforeAll(async () => {
  [lab, next] = [await a.laboratory(), await a.laboratory()];
  [auditor, reception] = [
    await lab.member("auditor"),
    await lab.member("receptionist", { name: "Grace Desk" }),
  ];
});

const register = (about: object = {}) =>
  reception.does(registerPatient, { body: { familyName: "Nobody", sex: "unknown", ...about } });

const list = (query: object = {}, who = auditor) => who.does(listAuditEvents, { query });

describe("the audit trail", () => {
  it("R25 says who did what to what, as what role, from where and when, in words", async () => {
    const clock = a.clock("2026-11-20T08:00:00.123Z");
    const patient = await register({ familyName: "Secretname" });
    clock.pass(1000);
    const { data } = await list({ patientId: patient.id });
    expect(data).toEqual([
      {
        id: expect.any(String),
        at: "2026-11-20T08:00:00.123Z",
        action: "patient.registered",
        sentence: "Patient registered",
        outcome: "done",
        actor: { kind: "person", id: reception.memberId, name: "Grace Desk", roles: ["receptionist"] },
        ip: reception.actor.from.ip,
        requestId: reception.actor.from.requestId,
        recordType: "patient",
        recordId: patient.id,
        orderId: null,
        patientId: patient.id,
        details: null,
      },
    ]);
    expect(JSON.stringify(await list({ limit: "100" }))).not.toMatch(/secretname/i);
  });

  it("R25 is found by actor, record, action, outcome and time", async () => {
    const clock = a.clock("2026-11-21T08:00:00Z");
    const patient = await register();
    clock.pass(60_000);
    const technician = await lab.member("technician");
    await technician.does(openPatient, { params: { patientId: patient.id } });
    await expect(
      technician.does(registerPatient, { body: { familyName: "X", sex: "unknown" } }),
    ).rejects.toThrow();
    clock.pass(60_000);
    const actions = async (query: object) =>
      (await list(query)).data.map(({ action, outcome }) => `${action} ${outcome}`);
    expect(await actions({ actorId: technician.memberId })).toEqual([
      "patient.registered refused",
      "patient.opened done",
    ]);
    expect(await actions({ actorId: technician.memberId, outcome: "done" })).toEqual(["patient.opened done"]);
    expect(await actions({ recordType: "patient", recordId: patient.id })).toEqual([
      "patient.opened done",
      "patient.registered done",
    ]);
    expect(await actions({ patientId: patient.id, action: "patient.opened" })).toEqual([
      "patient.opened done",
    ]);
    const window = { from: "2026-11-21T08:00:00Z", to: "2026-11-21T09:01:00+01:00" };
    expect(await actions({ ...window, patientId: patient.id })).toEqual(["patient.registered done"]);
    await expect(list({ from: "yesterday" })).rejects.toMatchObject({ code: "malformed_request" });
    await expect(list({ actor: "x" })).rejects.toMatchObject({ code: "malformed_request" });
  });

  it("R25 is read page by page, newest first, each event once, also of one instant", async () => {
    a.clock("2026-11-22T08:00:00Z");
    const made = [];
    for (let count = 0; count < 7; count += 1) made.push((await register()).id);
    const seen: AuditEvent[] = [];
    let cursor: string | null = null;
    do {
      const query: object = {
        action: "patient.registered",
        from: "2026-11-22T08:00:00Z",
        to: "2026-11-22T08:00:01Z",
        limit: "3",
        ...(cursor && { cursor }),
      };
      const page: { data: AuditEvent[]; nextCursor: string | null } = await list(query);
      seen.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.map(({ recordId }) => recordId)).toEqual(made.reverse());
  });

  it("R25 records that it was read, and reading the catalogue leaves nothing", async () => {
    const before = (await list({ action: "audit.read" })).data.length;
    expect((await list({ action: "audit.read" })).data.length).toBe(before + 1);
    const technician = await lab.member("technician");
    await technician.does(listAnalytes);
    expect((await list({ actorId: technician.memberId })).data).toEqual([]);
  });

  it("R25 is for those who may, of their own laboratory", async () => {
    await expect(list({}, reception)).rejects.toMatchObject({ code: "forbidden" });
    const patient = await register();
    const stranger = await next.member("auditor");
    expect((await list({ patientId: patient.id }, stranger)).data).toEqual([]);
    expect((await list({ actorId: reception.memberId }, stranger)).data).toEqual([]);
  });
});

describe("what happened to a record", () => {
  const timeline = (query: object, who: Member) => who.does(readTimeline, { query });

  /** An order with a thing or two that happened to it. */
  async function order() {
    const patient = await register();
    const { provider, orderId } = await inLaboratory(lab.ref.id, null, async (db) => {
      const [provider, orderId] = [newId(), newId()];
      const name = { firstName: "Nicholas", lastName: "Radon", searchName: "radon nicholas" };
      await db.provider.create({ data: { laboratoryId: lab.ref.id, id: provider, ...name } });
      await db.order.create({
        data: {
          ...{ laboratoryId: lab.ref.id, id: orderId, patientId: patient.id, providerId: provider },
          ...{ accessionNumber: orderId, placedByName: "Grace Desk", dueAt: new Date() },
        },
      });
      for (const [type, action, outcome] of [
        ["order", "order.placed", "done"],
        ["sample", "sample.rejected", "refused"],
        ["order", "order.opened", "done"],
        ["sample", "sample.accessioned", "done"],
        ["invoice", "invoice.issued", "done"],
      ] as const) {
        await db.sql(
          `insert into audit_event (laboratory_id, id, action, outcome, actor_kind, actor_name, actor_roles,
             request_id, record_type, record_id, order_id, details)
           values ($1, $2, $3, $4, 'person', 'Grace Desk', '{}', 'r', $5, 'x', $6, '{"n": 1}')`,
          [lab.ref.id, newId(), action, outcome, type, orderId],
        );
      }
      return { provider, orderId };
    });
    return { patient, provider, orderId };
  }

  it("leaves out who only looked and who was refused, and money before those who see none", async () => {
    const { orderId } = await order();
    const sentences = async (who: Member) =>
      (await timeline({ orderId }, who)).data.map(({ sentence }) => sentence);
    expect(await sentences(await lab.member("technician"))).toEqual(["Sample accessioned", "Order placed"]);
    expect(await sentences(await lab.member("cashier"))).toEqual([
      "Invoice issued",
      "Sample accessioned",
      "Order placed",
    ]);
  });

  it("shows what changed to those who may read the record it happened to", async () => {
    const { orderId } = await order();
    const details = async (who: Member) =>
      (await timeline({ orderId }, who)).data.map(({ recordType, details }) => [recordType, details]);
    expect(await details(await lab.member("phlebotomist"))).toEqual([
      ["sample", { n: 1 }],
      ["order", { n: 1 }],
    ]);
    expect(await details(await lab.member("cashier"))).toEqual([
      ["invoice", { n: 1 }],
      ["sample", null],
      ["order", { n: 1 }],
    ]);
  });

  it("answers a provider for the orders that name them, and for nothing else", async () => {
    const [mine, other] = [await order(), await order()];
    const provider = await lab.member("provider");
    if (provider.actor.member) provider.actor.member.providerId = mine.provider;
    expect((await timeline({ orderId: mine.orderId }, provider)).data.length).toBeGreaterThan(0);
    for (const query of [
      { orderId: other.orderId },
      { patientId: mine.patient.id },
      { recordType: "report", recordId: "x" },
    ]) {
      await expect(timeline(query, provider)).rejects.toMatchObject({ code: "not_found" });
    }
    const unlinked = await lab.member("provider");
    await expect(timeline({ orderId: mine.orderId }, unlinked)).rejects.toMatchObject({ code: "not_found" });
  });

  it("answers another laboratory's order as a missing one, and what a role may not read too", async () => {
    const { orderId, patient } = await order();
    const stranger = await next.member("technician");
    await expect(timeline({ orderId }, stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(timeline({ orderId: newId() }, reception)).rejects.toMatchObject({ code: "not_found" });
    expect((await timeline({ patientId: patient.id }, stranger)).data).toEqual([]);
    const administrator = await lab.member("cashier");
    await expect(timeline({ recordType: "member", recordId: "x" }, administrator)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(timeline({}, reception)).rejects.toMatchObject({ code: "malformed_request" });
  });

  it("tells a patient's story: registered, corrected", async () => {
    const patient = await register();
    const { data } = await timeline({ patientId: patient.id }, reception);
    expect(data).toMatchObject([{ sentence: "Patient registered", by: "Grace Desk" }]);
  });
});
