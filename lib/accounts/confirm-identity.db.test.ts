import { describe, expect, it } from "vitest";
import { changeSettings } from "@/lib/laboratories/operations/change-settings";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { a, type Lab, type Member } from "@/tests/support/a";
import { asOwner } from "@/tests/support/rows-of";
import { shown, withPasskey, withTotp } from "@/tests/support/second-factors";
import { answer, cookie } from "@/tests/support/signed-in";
import { askPasskeyToConfirm } from "./operations/ask-passkey-to-confirm";
import { askPasskeyToSignIn } from "./operations/ask-passkey-to-sign-in";
import { confirmIdentityInBrowser } from "./operations/confirm-identity-in-browser";
import { endSession } from "./operations/end-session";
import { lockScreen } from "./operations/lock-screen";
import { openBrowserSession } from "./operations/open-browser-session";
import { readMe } from "./operations/read-me";
import { readSecondFactors } from "./operations/read-second-factors";
import { reauthenticate } from "./operations/reauthenticate";
import { startBrowserSession } from "./operations/start-browser-session";
import { startPasskeySession } from "./operations/start-passkey-session";
import { stayAwake } from "./operations/stay-awake";
import { unlockScreen } from "./operations/unlock-screen";

const hour = 3_600_000;
const code = (name: string) => ({ code: name });
const locked = { code: "reauthentication_required", extras: { members: { locked: true } } };

describe("S15 confirming that it is still the same person", () => {
  it("takes the password of who has no second factor", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const tess = await (await a.laboratory()).member("technician");
    clock.pass(2 * hour);
    expect(await tess.does(readSecondFactors)).toMatchObject({ isRecent: false });
    await expect(tess.does(reauthenticate, { body: { password: "Not-Mine-2026!" } })).rejects.toMatchObject(
      code("validation_failed"),
    );
    await tess.does(reauthenticate, { body: { password: a.password } });
    expect(await tess.does(readSecondFactors)).toMatchObject({ isRecent: true });
  });

  it("takes a code too where there is a second factor, and never a code alone", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const tess = await (await a.laboratory()).member("technician");
    const { secret } = await withTotp(tess);
    clock.pass(2 * hour);
    for (const body of [{ password: a.password }, { code: shown(secret) }, {}]) {
      await expect(tess.does(reauthenticate, { body })).rejects.toMatchObject(code("validation_failed"));
    }
    await expect(
      tess.does(reauthenticate, { body: { password: a.password, code: "AAAAA-AAAAA" } }),
    ).rejects.toMatchObject(code("code_invalid"));
    await tess.does(reauthenticate, { body: { password: a.password, code: shown(secret) } });
    expect(await tess.does(readSecondFactors)).toMatchObject({ isRecent: true });
  });

  it("takes a passkey alone, one's own", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const [tess, sam] = [await lab.member("technician"), await lab.member("scientist")];
    const [mine, theirs] = [await withPasskey(tess), await withPasskey(sam)];
    clock.pass(2 * hour);
    const asked = () => tess.does(askPasskeyToConfirm, { body: {} });
    await expect(
      tess.does(reauthenticate, { body: { passkey: theirs.prove(await asked()) } }),
    ).rejects.toMatchObject(code("unauthenticated"));
    await tess.does(reauthenticate, { body: { passkey: mine.prove(await asked()) } });
    expect(await tess.does(readSecondFactors)).toMatchObject({ isRecent: true });
  });

  it("S8 S14 is no place to guess at codes or passwords", async () => {
    const tess = await (await a.laboratory()).member("technician");
    const { secret } = await withTotp(tess);
    for (let each = 0; each < 5; each += 1) {
      await expect(
        tess.does(reauthenticate, { body: { password: a.password, code: "AAAAA-AAAAA" } }),
      ).rejects.toMatchObject(code("code_invalid"));
    }
    const right = { password: a.password, code: shown(secret) };
    await expect(tess.does(reauthenticate, { body: right })).rejects.toMatchObject(code("code_invalid"));
    const sam = await (await a.laboratory()).member("technician");
    for (let each = 0; each < 5; each += 1) {
      await expect(sam.does(reauthenticate, { body: { password: "Not-Mine-2026!" } })).rejects.toMatchObject(
        code("validation_failed"),
      );
    }
    await expect(sam.does(reauthenticate, { body: { password: a.password } })).rejects.toMatchObject(
      code("validation_failed"),
    );
  });

  it("S12 begins a browser's session anew once it has seen a second factor, and ends the one before", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const before = await inBrowser(lab, tess);
    const { secret } = await withTotp(tess);
    // The app was added elsewhere; this browser's session is brought back to show what a confirmation does.
    await asOwner("update session set ended_at = null where id = $1", [before.claim.sessionId]);
    const body = { password: a.password, code: shown(secret) };
    const { ticket } = await answer(confirmIdentityInBrowser, await before.actor(), { body });
    expect(ticket).not.toBeNull();
    expect(await cookie(before.claim, lab)).toBeNull();
    const claim = await answer(openBrowserSession, lab.anonymous().actor, { body: { ticket } });
    const after = await cookie(claim, lab);
    if (!after) throw new Error("The ticket opened nothing.");
    expect(await answer(readSecondFactors, after)).toMatchObject({ isProved: true, isRecent: true });
  });

  it("leaves the session as it is where nothing more was proved", async () => {
    const lab = await a.laboratory();
    const browser = await inBrowser(lab, await lab.member("technician"));
    const body = { password: a.password };
    expect(await answer(confirmIdentityInBrowser, await browser.actor(), { body })).toEqual({ ticket: null });
    expect(await cookie(browser.claim, lab)).not.toBeNull();
  });
});

/** Somebody at a browser of the laboratory. */
async function inBrowser(lab: Lab, { email }: Member) {
  const body = { identifier: email, password: a.password };
  return behind(lab, await answer(startBrowserSession, lab.anonymous().actor, { body }));
}

/** The browser session behind a ticket. */
async function behind(lab: Lab, said: object) {
  if (!("ticket" in said)) throw new Error("A second factor was asked for.");
  const claim = await answer(openBrowserSession, lab.anonymous().actor, { body: { ticket: said.ticket } });
  const actor = async () => {
    const found = await cookie(claim, lab);
    if (!found) throw new Error("The session has ended.");
    return found;
  };
  return { claim, actor };
}

describe("P13 a screen that locks", () => {
  const look = { query: { q: "Jones" } };

  async function locking(minutes: number | null) {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    await lab.administrator.does(changeSettings, { body: { idleLockMinutes: minutes }, ifMatch: 1 });
    const rita = await lab.member("receptionist");
    return { clock, lab, rita, browser: await inBrowser(lab, rita) };
  }

  it("answers nothing but what unlocks it or ends the session, in every tab and after a reload", async () => {
    const { browser } = await locking(5);
    await answer(lockScreen, await browser.actor());
    for (const [op, input] of [
      [listPatients, look],
      [readMe, {}],
      [readSecondFactors, {}],
      [stayAwake, {}],
    ] as const) {
      await expect(answer(op, await browser.actor(), input)).rejects.toMatchObject(locked);
    }
    await answer(endSession, await browser.actor());
    await expect(browser.actor()).rejects.toThrow("ended");
  });

  it("is unlocked by the same person's password, and by nobody else's", async () => {
    const { browser } = await locking(5);
    await answer(lockScreen, await browser.actor());
    await expect(
      answer(unlockScreen, await browser.actor(), { body: { password: "Not-Mine-2026!" } }),
    ).rejects.toMatchObject(code("validation_failed"));
    await expect(answer(listPatients, await browser.actor(), look)).rejects.toMatchObject(locked);
    await answer(unlockScreen, await browser.actor(), { body: { password: a.password } });
    await answer(listPatients, await browser.actor(), look);
  });

  it("is unlocked by the same person's passkey, and by nobody else's", async () => {
    const lab = await a.laboratory();
    const [rita, sam] = [await lab.member("receptionist"), await lab.member("scientist")];
    const [mine, theirs] = [await withPasskey(rita), await withPasskey(sam)];
    const nobody = lab.anonymous();
    const question = await nobody.does(askPasskeyToSignIn, { body: {} });
    const said = await nobody.does(startPasskeySession, { body: mine.prove(question) });
    const browser = await behind(lab, said);
    await answer(lockScreen, await browser.actor());
    for (const [authenticator, outcome] of [
      [theirs, "unauthenticated"],
      [mine, "in"],
    ] as const) {
      const asked = await answer(askPasskeyToConfirm, await browser.actor(), { body: {} });
      const unlocking = answer(unlockScreen, await browser.actor(), {
        body: { passkey: authenticator.prove(asked) },
      });
      expect(
        await unlocking.then(
          () => "in",
          (error: { code: string }) => error.code,
        ),
      ).toBe(outcome);
    }
    await answer(listPatients, await browser.actor(), look);
  });

  it("locks by itself when nobody has asked for anything longer than the laboratory allows", async () => {
    const { clock, browser } = await locking(5);
    clock.pass(6 * 60_000);
    await answer(listPatients, await browser.actor(), look);
    clock.pass(8 * 60_000);
    await expect(answer(listPatients, await browser.actor(), look)).rejects.toMatchObject(locked);
    // It stays so, however often somebody tries.
    clock.pass(1000);
    await expect(answer(listPatients, await browser.actor(), look)).rejects.toMatchObject(locked);
    await answer(unlockScreen, await browser.actor(), { body: { password: a.password } });
    await answer(listPatients, await browser.actor(), look);
  });

  it("stays open while somebody says that they are there", async () => {
    const { clock, browser } = await locking(5);
    for (let minute = 0; minute < 20; minute += 1) {
      clock.pass(61_000);
      await answer(stayAwake, await browser.actor());
    }
    await answer(listPatients, await browser.actor(), look);
  });

  it("never locks where the laboratory does not ask for it, and no program", async () => {
    const { clock, browser, rita } = await locking(null);
    clock.pass(11 * hour);
    await answer(listPatients, await browser.actor(), look);
    await rita.does(listPatients, look);
  });
});
