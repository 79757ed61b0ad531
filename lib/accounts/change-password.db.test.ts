import { describe, expect, it } from "vitest";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { a, type Lab, type Member } from "@/tests/support/a";
import { lettersTo, resetLinkSentTo } from "@/tests/support/letters";
import { bearer, signIn } from "@/tests/support/signed-in";
import { changePassword } from "./operations/change-password";
import { checkResetLink } from "./operations/open-reset-link";
import { readMe } from "./operations/read-me";
import { requestPasswordReset } from "./operations/request-password-reset";

const hour = 3_600_000;
const fresh = "Plain-Harbour-93";

const body = (currentPassword: string = a.password, newPassword = fresh) => ({
  ...{ currentPassword, newPassword, newPasswordConfirm: newPassword },
});

async function aMember(): Promise<{ lab: Lab; tech: Member }> {
  const lab = await a.laboratory();
  return { lab, tech: await lab.member("technician") };
}

describe("M15 changing one's own password", () => {
  it("S9 ends every other session and open reset, keeps this one, and tells the owner", async () => {
    const { lab, tech } = await aMember();
    const [elsewhere, link] = [
      await signIn(lab, tech.email),
      await lab
        .anonymous()
        .does(requestPasswordReset, { body: { email: tech.email } })
        .then(() => resetLinkSentTo(tech.email)),
    ];
    await tech.does(changePassword, { body: body() });
    await expect(bearer(elsewhere.access, lab)).rejects.toMatchObject({ code: "session_ended" });
    const own = await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      return await db.session.findMany({ where: { accountId: tech.accountId, endedAt: null } });
    });
    expect(own.map(({ id }) => id)).toEqual([tech.actor.session?.id]);
    expect((await tech.does(readMe)).email).toBe(tech.email);
    await expect(signIn(lab, tech.email)).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await signIn(lab, tech.email, fresh)).user.email).toBe(tech.email);
    expect(await lab.anonymous().does(checkResetLink, { params: link })).toEqual({ valid: false });

    const letter = (await lettersTo(tech.email)).find(({ template }) => template === "password-changed");
    expect(letter?.text).toContain("/not-me?token=");
    expect(letter?.text).not.toContain(fresh);
  });

  it("S15 asks for the password that one has, and counts wrong ones as sign-in does", async () => {
    const { lab, tech } = await aMember();
    const refused = {
      code: "validation_failed",
      extras: { errors: { currentPassword: [expect.stringContaining("not your password")] } },
    };
    for (let times = 0; times < 5; times += 1) {
      await expect(tech.does(changePassword, { body: body("Wrong-password-77") })).rejects.toMatchObject(
        refused,
      );
    }
    await expect(tech.does(changePassword, { body: body() })).rejects.toMatchObject(refused);
    expect((await signIn(lab, tech.email)).user.email).toBe(tech.email);
    const trail = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { action: "account.password_changed" } });
    });
    expect(trail.map(({ outcome, recordId }) => [outcome, recordId])).toEqual(
      Array(6).fill(["refused", tech.accountId]),
    );
  });

  it("S15 asks for a sign-in of the last hour", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const { lab, tech } = await aMember();
    clock.pass(hour);
    await expect(tech.does(changePassword, { body: body() })).rejects.toMatchObject({
      code: "reauthentication_required",
    });
    expect((await signIn(lab, tech.email)).user.email).toBe(tech.email);
  });

  it("takes a strong one that is another, typed twice alike", async () => {
    const { lab, tech } = await aMember();
    await inPlatform({ laboratoryId: lab.ref.id, accountId: null }, async (db) => {
      await db.laboratory.update({ where: { id: lab.ref.id }, data: { passwordLengthMin: 20 } });
    });
    const errors = (given: object) =>
      tech.does(changePassword, { body: given }).then(
        () => null,
        ({ extras }) => Object.keys(extras.errors),
      );
    expect(await errors(body(a.password, a.password))).toEqual(["newPassword"]);
    expect(await errors(body(a.password, "short"))).toEqual(["newPassword"]);
    expect(await errors(body(a.password, fresh))).toEqual(["newPassword"]);
    expect(await errors({ ...body(), newPasswordConfirm: "Plain-Harbour-94" })).toEqual([
      "newPasswordConfirm",
    ]);
    await tech.does(changePassword, { body: body(a.password, "Plain-Harbour-93-Lantern") });
  });
});
