import { describe, expect, it } from "vitest";
import { inPlatform } from "@/lib/infra/db";
import { hostOf, originOf, type Place } from "@/lib/infra/hosts";
import { a, type Lab } from "@/tests/support/a";
import { expectProblem } from "@/tests/support/expect-problem";
import { send } from "@/tests/support/request";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { createApiKey } from "./operations/create-api-key";
import { logout } from "./operations/logout";
import { readMe } from "./operations/read-me";
import { refreshTokens } from "./operations/refresh-tokens";
import { validateToken } from "./operations/validate-token";

const inactive = { active: false };

function asks(lab: Lab, token: string) {
  return lab.anonymous().does(validateToken, { body: { token } });
}

describe("P5 T2 M7 validating a token", () => {
  it("tells whose it is, in which laboratory, with which roles, and until when", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory({ name: "Harbour Laboratory" });
    const both = await lab.member(["technician", "cashier"]);
    const { access, sessionId, user } = await signIn(lab, both.email);
    const answered = await send(validateToken, {
      host: `${lab.ref.slug}.lims.test`,
      body: { token: access },
    });
    expect(answered.status).toBe(200);
    expect(await answered.json()).toEqual({
      active: true,
      user_id: user.id,
      session_id: sessionId,
      laboratory: { id: lab.ref.id, slug: lab.ref.slug, name: "Harbour Laboratory" },
      roles: ["technician", "cashier"],
      expires_at: "2026-11-20T08:15:00.000Z",
    });
  });

  it("says the roles of this moment, not those that stand in the token", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const { access } = await signIn(lab, tech.email);
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.member.updateMany({ where: { id: tech.memberId }, data: { roles: ["cashier"] } });
    });
    expect(await asks(lab, access)).toMatchObject({ active: true, roles: ["cashier"] });
  });

  it("says inactive, and nothing else, of every token that does not count", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const [over, out, removed] = [
      await signIn(lab, tech.email),
      await signIn(lab, tech.email),
      await signIn(lab, tech.email),
    ];
    const { key } = await lab.administrator.does(createApiKey, {
      body: { name: "Key", scopes: ["patient:read"] },
    });
    await answer(logout, await bearer(out.access, lab));
    for (const token of [out.access, over.refresh, key, "x", `${over.access}x`, over.access.slice(0, -1)]) {
      expect(await asks(lab, token)).toEqual(inactive);
    }
    expect(await asks(lab, over.access)).toMatchObject({ active: true });
    clock.pass(15 * 60_000);
    expect(await asks(lab, over.access)).toEqual(inactive);
    const { access } = await lab.anonymous().does(refreshTokens, { body: { refresh: removed.refresh } });
    expect(await asks(lab, access)).toMatchObject({ active: true });
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.member.updateMany({ where: { id: tech.memberId }, data: { state: "removed" } });
    });
    expect(await asks(lab, access)).toEqual(inactive);
  });

  it("S6 says inactive at every other address", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    const { access } = await signIn(lab, lab.administrator.email);
    expect(await asks(next, access)).toEqual(inactive);
    for (const place of [{ kind: "root" }, { kind: "learn" }] as Place[]) {
      const { actor } = a.anyone(place);
      const from = { ...actor.from, host: hostOf(place), origin: originOf(place) };
      expect(await answer(validateToken, { ...actor, from }, { body: { token: access } })).toEqual(inactive);
    }
    expect(await asks(lab, access)).toMatchObject({ active: true, roles: ["administrator"] });
  });

  it("does not take the token for the caller's own: neither header nor cookie let anybody in", async () => {
    const lab = await a.laboratory();
    const host = `${lab.ref.slug}.lims.test`;
    const { access } = await signIn(lab, lab.administrator.email);
    const answered = await send(validateToken, { host, token: "mvk_nonsense", body: { token: access } });
    expect(await answered.json()).toMatchObject({ active: true });
    await expectProblem(
      await send(readMe, { host, headers: { cookie: `medvuno=${access}` } }),
      "unauthenticated",
    );
  });
});
