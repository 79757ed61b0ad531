import { describe, expect, it } from "vitest";
import { inLaboratory } from "@/lib/infra/db";
import { a } from "@/tests/support/a";

describe("a new laboratory", () => {
  it("has its founder as administrator, and nobody of the laboratory next door", async () => {
    const [lab, next] = [await a.laboratory({ name: "First" }), await a.laboratory()];
    await lab.member(["technician", "scientist"], { name: "Grace Bench" });
    await next.member("cashier");
    const members = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.member.findMany({ orderBy: { createdAt: "asc" } });
    });
    expect(members.map(({ displayName, roles }) => [displayName, roles])).toEqual([
      ["Ada Founder", ["administrator"]],
      ["Grace Bench", ["technician", "scientist"]],
    ]);
  });
});
