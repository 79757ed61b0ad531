import { beforeAll, describe, expect, it, vi } from "vitest";
import { perform } from "@/lib/api/perform";
import { registry } from "@/lib/api/registry";
import { type Permission, permissions, roleNames } from "@/lib/core/access";
import type { Actor } from "@/lib/core/actor";
import { inPlatform } from "@/lib/infra/db";
import { a } from "@/tests/support/a";

// Some hundred refusals of the same few people are what this file is about.
vi.hoisted(() => {
  process.env.LIMITS = "off";
});

const operators = registry.filter(
  ({ permission }) => typeof permission === "object" && permission.who === "operator",
);

const named = operators.map((op) => [op.id, op] as const);
const called = named.filter(([, op]) => op.scope === "platform");
const ofLaboratories = named.filter(([, op]) => op.scope === "laboratory");

/** Everybody who is not an operator at the root address, by what they are instead. */
const others = new Map<string, Actor>();

beforeAll(async () => {
  const lab = await a.laboratory();
  const everyone = await lab.member([...roleNames]);
  const operator = await a.operator();
  const [root, learn] = [a.anyone().actor, a.anyone({ kind: "learn" }).actor];
  const { account, session } = everyone.actor;
  others.set("a member with every role, at the laboratory", everyone.actor);
  others.set("the same person at the root address", { ...root, kind: "person", account, session });
  others.set("an operator at the learning portal", { ...operator.actor, from: learn.from });
  others.set("an operator at a laboratory", { ...lab.anonymous().actor, ...theirs(operator.actor) });
  others.set("an operator who is a member, at the laboratory", {
    ...everyone.actor,
    ...theirs(operator.actor),
  });
  const key = { id: everyone.memberId, name: "Robot", scopes: Object.keys(permissions) as Permission[] };
  others.set("a key with every scope", { ...lab.anonymous().actor, kind: "key", key });
  others.set("a key with every scope, at the root address", { ...root, kind: "key", key });
});

const theirs = ({ kind, account, session }: Actor) => ({ kind, account, session });

describe("S17 what operators do", () => {
  it("is not nothing", () => expect(operators.length).toBeGreaterThan(10));

  it.each(named)("%s is refused to everybody else", async (_, op) => {
    for (const [who, actor] of others) {
      const answer = perform(op, actor, {});
      await expect(answer, who).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(perform(op, a.anyone().actor, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it.each(called)("%s sees no clinical table", (_, op) => {
    // The platform's role is granted none (S3).
    expect(op.scope).toBe("platform");
  });

  it.each(ofLaboratories)("%s is a job's: operators find no laboratory to do it in", async (_, op) => {
    expect(op.http).toBe("page");
    const { actor } = await a.operator();
    await expect(perform({ ...op, input: {} }, actor, {})).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves its refusals to be read by operators", async () => {
    const [op] = operators;
    const actor = others.get("the same person at the root address");
    if (!op || !actor) throw new Error("There is something to refuse, and somebody.");
    const told = await inPlatform({ laboratoryId: null, accountId: null }, (db) =>
      db.platformEvent.findMany({ where: { actorId: actor.account?.id ?? "", outcome: "refused" } }),
    );
    expect(told.length).toBeGreaterThan(0);
  });
});
