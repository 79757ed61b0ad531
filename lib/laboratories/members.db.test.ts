import { describe, expect, it } from "vitest";
import { inLaboratory } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";
import { bearer, signIn } from "@/tests/support/signed-in";
import { changeMember } from "./operations/change-member";
import { listMembers } from "./operations/list-members";
import { removeMember } from "./operations/remove-member";

const change = (by: Member, of: string, roles: string[], ifMatch = 1) =>
  by.does(changeMember, { params: { memberId: of }, body: { roles }, ifMatch });
const remove = (by: Member, of: string) => by.does(removeMember, { params: { memberId: of } });

async function administratorsOf(lab: Lab) {
  return inLaboratory(lab.ref.id, null, async (db) => {
    return await db.member.count({ where: { state: "active", roles: { has: "administrator" } } });
  });
}

describe("members", () => {
  it("are listed by name, page by page, the removed apart", async () => {
    const lab = await a.laboratory();
    for (const name of ["Cora Bench", "Bo Bench", "Dan Bench"]) await lab.member("technician", { name });
    const gone = await lab.member("cashier", { name: "Gone Bench" });
    await remove(lab.administrator, gone.memberId);
    const first = await lab.administrator.does(listMembers, { query: { limit: "3" } });
    const rest = await lab.administrator.does(listMembers, {
      query: { limit: "3", cursor: first.nextCursor },
    });
    const names = [...first.data, ...rest.data].map(({ name }) => name);
    expect(names).toEqual(["Ada Founder", "Bo Bench", "Cora Bench", "Dan Bench"]);
    const removed = await lab.administrator.does(listMembers, { query: { state: "removed" } });
    expect(removed.data.map(({ name }) => name)).toEqual(["Gone Bench"]);
  });

  it("have the roles they were given from their next request on, and are told by mail", async () => {
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const tech = await lab.member("technician");
    const { access } = await signIn(lab, tech.email);
    const changed = await change(lab.administrator, tech.memberId, ["scientist", "cashier"]);
    expect(changed).toMatchObject({ roles: ["scientist", "cashier"], version: 2 });
    expect((await bearer(access, lab)).member?.roles).toEqual(["scientist", "cashier"]);
    const letter = (await lettersTo(tech.email)).at(-1);
    expect(letter?.subject).toBe("Your roles in Harbour Laboratory have changed");
    expect(letter?.text).toContain("scientist and cashier");
  });

  it("lose their sessions here, and only here, when they are removed", async () => {
    const [lab, next] = [await a.laboratory({ name: "Harbour Laboratory" }), await a.laboratory()];
    const tech = await lab.member("technician");
    const { access } = await signIn(lab, tech.email);
    const other = await signIn(next, next.administrator.email);
    await remove(lab.administrator, tech.memberId);
    await expect(bearer(access, lab)).rejects.toMatchObject({ code: "session_ended" });
    expect((await bearer(other.access, next)).member).not.toBeNull();
    expect((await lettersTo(tech.email)).at(-1)?.subject).toBe("You no longer work in Harbour Laboratory");
    await expect(remove(lab.administrator, tech.memberId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("S5 S2 of the laboratory next door answer as if they did not exist", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const tech = await lab.member("technician");
    const missing = await change(next.administrator, "019a9f3e-7c1b-7d52-9a44-5c1f0e2b7a10", [
      "cashier",
    ]).catch((e) => e);
    await expect(change(next.administrator, tech.memberId, ["cashier"])).rejects.toEqual(missing);
    await expect(remove(next.administrator, tech.memberId)).rejects.toEqual(missing);
    const { data } = await next.administrator.does(listMembers, { query: {} });
    expect(data.map(({ id }) => id)).toEqual([next.administrator.memberId]);
    expect((await lab.administrator.does(listMembers, { query: {} })).data.length).toBe(2);
  });

  it("S17 are changed by administrators only, also by no operator", async () => {
    const lab = await a.laboratory();
    const target = await lab.member("technician");
    const everyone = await Promise.all(
      (
        ["receptionist", "technician", "scientist", "pathologist", "cashier", "auditor", "provider"] as const
      ).map((role) => lab.member(role)),
    );
    for (const person of everyone) {
      await expect(change(person, target.memberId, ["administrator"])).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(remove(person, target.memberId)).rejects.toMatchObject({ code: "forbidden" });
    }
    const operator = await a.operator();
    await expect(
      operator.does(removeMember, { params: { memberId: target.memberId } }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("S26 take nothing but roles, each of them known and given once", async () => {
    const lab = await a.laboratory();
    const { memberId } = await lab.member("technician");
    const attempt = (body: unknown) =>
      lab.administrator.does(changeMember, { params: { memberId }, body, ifMatch: 1 });
    for (const body of [
      {},
      { roles: [] },
      { roles: ["owner"] },
      { roles: ["cashier", "cashier"] },
      { roles: ["cashier"], state: "active" },
      { roles: ["cashier"], accountId: "x" },
    ]) {
      await expect(attempt(body)).rejects.toMatchObject({ code: "validation_failed" });
    }
  });

  it("keep the change of whoever was first", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const settled = await Promise.allSettled([
      change(lab.administrator, tech.memberId, ["cashier"]),
      change(lab.administrator, tech.memberId, ["scientist"]),
    ]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(change(lab.administrator, tech.memberId, ["auditor"], 1)).rejects.toMatchObject({
      code: "precondition_failed",
    });
    await expect(
      lab.administrator.does(changeMember, {
        params: { memberId: tech.memberId },
        body: { roles: ["auditor"] },
      }),
    ).rejects.toMatchObject({ code: "precondition_required" });
  });

  it("S15 are changed within an hour of signing in", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    clock.pass(61 * 60_000);
    const refused = { code: "reauthentication_required" };
    await expect(change(lab.administrator, tech.memberId, ["cashier"])).rejects.toMatchObject(refused);
    await expect(remove(lab.administrator, tech.memberId)).rejects.toMatchObject(refused);
  });
});

describe("the last administrator", () => {
  it("cannot be removed or made something else, by themselves or at all", async () => {
    const lab = await a.laboratory();
    const { administrator } = lab;
    const refused = { code: "illegal_move" };
    await expect(remove(administrator, administrator.memberId)).rejects.toMatchObject(refused);
    await expect(change(administrator, administrator.memberId, ["scientist"])).rejects.toMatchObject(refused);
    const kept = await change(administrator, administrator.memberId, ["scientist", "administrator"]);
    expect(kept.roles).toEqual(["scientist", "administrator"]);
    const second = await lab.member("administrator");
    await remove(second, administrator.memberId);
    await expect(remove(second, second.memberId)).rejects.toMatchObject(refused);
  });

  it("is left when all of several step down at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const lab = await a.laboratory();
      const others = await Promise.all([lab.member("administrator"), lab.member("administrator")]);
      const all = [lab.administrator, ...others];
      const settled = await Promise.allSettled(
        all.map((each, at) =>
          at % 2 ? change(each, each.memberId, ["cashier"]) : remove(each, each.memberId),
        ),
      );
      expect(settled.filter(({ status }) => status === "rejected").length).toBe(1);
      expect(await administratorsOf(lab)).toBe(1);
    }
  });

  it("is left when two remove each other at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const lab = await a.laboratory();
      const other = await lab.member("administrator");
      await Promise.allSettled([
        remove(lab.administrator, other.memberId),
        remove(other, lab.administrator.memberId),
      ]);
      expect(await administratorsOf(lab)).toBe(1);
    }
  });
});
