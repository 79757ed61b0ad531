import { describe, expect, it } from "vitest";
import { readMe } from "@/lib/accounts/operations/read-me";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a, type Lab } from "@/tests/support/a";
import { send } from "@/tests/support/request";
import { bearer, signIn } from "@/tests/support/signed-in";
import { listLaboratories } from "./operations/list-laboratories";
import { openLaboratory } from "./operations/open-laboratory";
import { openOverview } from "./operations/open-overview";
import { readCollectionsStatus } from "./operations/read-collections-status";
import { resumeLaboratory } from "./operations/resume-laboratory";
import { suspendLaboratory } from "./operations/suspend-laboratory";
import type { LaboratoryLine } from "./schema";

const why = { body: { reason: "The contract ended." } };
const of = (lab: Lab) => ({ params: { laboratoryId: lab.ref.id } });

describe("P11 the list of laboratories", () => {
  it("is searched, filtered, sorted and read page by page, each once", async () => {
    const operator = await a.operator();
    const clock = a.clock("2026-11-20T08:00:00Z");
    const made: Lab[] = [];
    for (const name of ["Zeta Works", "alpha works", "Mid_Works", "Other"]) {
      made.push(await a.laboratory({ name }));
      clock.pass(1000);
    }
    const read = async (query: object) => {
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { data: LaboratoryLine[]; nextCursor: string | null } = await operator.does(
          listLaboratories,
          { query: { q: "works", limit: "1", ...query, ...(cursor && { cursor }) } },
        );
        names.push(...page.data.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor);
      return names;
    };
    expect(await read({})).toEqual(["alpha works", "Mid_Works", "Zeta Works"]);
    expect(await read({ sort: "newest" })).toEqual(["Mid_Works", "alpha works", "Zeta Works"]);
    expect(await read({ sort: "oldest" })).toEqual(["Zeta Works", "alpha works", "Mid_Works"]);
    expect(await read({ q: "d_w" })).toEqual(["Mid_Works"]);
    expect(await read({ q: "%" })).toEqual([]);
    const [zeta] = made;
    if (!zeta) throw new Error("It was made above.");
    expect(await read({ q: zeta.ref.slug.slice(0, 10) })).toEqual(["Zeta Works"]);
    await operator.does(suspendLaboratory, { ...of(zeta), ...why });
    expect(await read({ state: "suspended" })).toEqual(["Zeta Works"]);
  });

  it("counts the people of each, and tells when one of them last did something", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    await lab.member("technician");
    await lab.member(["scientist", "technician"]);
    const clock = a.clock("2026-11-20T10:00:00Z");
    clock.pass(60_000);
    const { access } = await signIn(lab, lab.administrator.email);
    await bearer(access, lab);
    const [line] = (await operator.does(listLaboratories, { query: { q: lab.ref.slug } })).data;
    expect(line).toMatchObject({ slug: lab.ref.slug, members: 3, state: "active", suspendedAt: null });
    const opened = await operator.does(openLaboratory, of(lab));
    expect(opened.roles).toEqual([
      { role: "administrator", members: 1 },
      { role: "scientist", members: 1 },
      { role: "technician", members: 2 },
    ]);
    expect(opened.administrators).toEqual([
      { accountId: lab.administrator.accountId, name: "Ada Founder", email: lab.administrator.email },
    ]);
    expect(Date.parse(opened.lastActiveAt ?? "")).toBeGreaterThanOrEqual(Date.parse("2026-11-20T10:00:00Z"));
  });
});

describe("a suspended laboratory", () => {
  it("signs everybody out and says at every door that it is suspended, until it is resumed", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const { access } = await signIn(lab, tech.email);
    const host = `${lab.ref.slug}.lims.test`;
    const { version } = await operator.does(openLaboratory, of(lab));
    const suspended = await operator.does(suspendLaboratory, { ...of(lab), ...why, ifMatch: version });
    expect(suspended).toMatchObject({ state: "suspended", suspendReason: "The contract ended." });
    expect(suspended.openSessions).toBe(0);
    for (const token of [access, undefined]) {
      const answer = await send(readMe, { host, token });
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        code: "unavailable",
        detail: expect.stringContaining("This laboratory is suspended"),
      });
    }
    // Why is between the operators.
    expect(JSON.stringify(await (await send(readMe, { host })).json())).not.toContain("contract");
    await expect(operator.does(suspendLaboratory, { ...of(lab), ...why })).rejects.toMatchObject({
      code: "illegal_move",
    });
    await expect(
      operator.does(resumeLaboratory, { ...of(lab), ...why, ifMatch: version }),
    ).rejects.toMatchObject({ code: "precondition_failed" });
    await operator.does(resumeLaboratory, { ...of(lab), body: { reason: "They paid." } });
    // The old session stays over; a new one is welcome.
    await expect(bearer(access, lab)).rejects.toMatchObject({ code: "session_ended" });
    expect((await signIn(lab, tech.email)).user.email).toBe(tech.email);
  });

  it("is not without a reason, and the reason is in the trail", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    for (const body of [{}, { reason: "  " }]) {
      await expect(operator.does(suspendLaboratory, { ...of(lab), body })).rejects.toMatchObject({
        code: "validation_failed",
      });
    }
    await operator.does(suspendLaboratory, { ...of(lab), ...why });
    const told = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
      db.platformEvent.findMany({ where: { recordId: lab.ref.id, action: "laboratory.suspended" } }),
    );
    expect(told).toMatchObject([
      { actorId: operator.accountId, outcome: "done", details: { reason: "The contract ended." } },
    ]);
  });

  it("is told in the laboratory's own trail, without the reason and without who it was", async () => {
    const operator = await a.operator();
    const lab = await a.laboratory();
    await operator.does(suspendLaboratory, { ...of(lab), ...why });
    await operator.does(resumeLaboratory, { ...of(lab), ...why });
    const told = await inLaboratory(lab.ref.id, null, (db) =>
      db.auditEvent.findMany({ where: { actorName: "Operator" }, orderBy: { id: "asc" } }),
    );
    const untold = { actorId: null, ip: null, details: null, recordId: lab.ref.id };
    expect(told).toMatchObject([
      { action: "laboratory.suspended", ...untold },
      { action: "laboratory.resumed", ...untold },
    ]);
  });
});

describe("P7 database statistics", () => {
  it("tell rows and sizes of every table, and nothing of what stands in them", async () => {
    const operator = await a.operator();
    await a.laboratory();
    const { bytes, tables } = await operator.does(readCollectionsStatus);
    expect(bytes).toBeGreaterThan(1_000_000);
    const names = tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["account", "patient", "result", "audit_event", "mail"]));
    for (const table of tables) {
      expect(table.rows).toBeGreaterThanOrEqual(0);
      expect(table.bytes).toBeGreaterThanOrEqual(table.indexBytes);
    }
    expect(tables.map((table) => table.bytes)).toEqual(
      tables.map((table) => table.bytes).sort((one, other) => other - one),
    );
  });
});

describe("what waits", () => {
  it("is counted where it waits", async () => {
    const operator = await a.operator();
    const before = await operator.does(openOverview);
    const lab = await a.laboratory();
    await operator.does(suspendLaboratory, { ...of(lab), ...why });
    const after = await operator.does(openOverview);
    expect(after.laboratories).toBe(before.laboratories + 1);
    expect(after.laboratoriesSuspended).toBe(before.laboratoriesSuspended + 1);
    expect(after.providersPending).toBe(before.providersPending);
  });
});
