import { describe, expect, it } from "vitest";
import { changeSettings } from "@/lib/laboratories/operations/change-settings";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { a, type Lab, type Member } from "@/tests/support/a";
import { codeSentTo, lettersTo } from "@/tests/support/letters";
import { asOwner } from "@/tests/support/rows-of";
import { firstStep, shown, withPasskey, withTotp } from "@/tests/support/second-factors";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { confirmTotp } from "./operations/confirm-totp";
import { enrolTotp } from "./operations/enrol-totp";
import { readMe } from "./operations/read-me";
import { readSecondFactors } from "./operations/read-second-factors";
import { removeTotp } from "./operations/remove-totp";
import { renewRecoveryCodes } from "./operations/renew-recovery-codes";
import { requestSignInCode } from "./operations/request-sign-in-code";
import { signInByCode } from "./operations/sign-in-by-code";
import { verifySecondStep } from "./operations/verify-second-step";
import { verifySecondStepInBrowser } from "./operations/verify-second-step-in-browser";

const wrong = (secret: string) => (shown(secret) === "000000" ? "000001" : "000000");

/** All that somebody was told by mail, its lines joined. */
async function toldBy(email: string): Promise<string> {
  const texts = (await lettersTo(email)).map(({ text }) => text);
  return texts.join(" ").replace(/\s+/g, " ");
}

async function verify(lab: Lab, mfaToken: string, code: string) {
  return answer(verifySecondStep, lab.anonymous().actor, { body: { mfaToken, code } });
}

async function outcome(work: Promise<unknown>): Promise<"in" | string> {
  return work.then(
    () => "in",
    (error: { code?: string }) => error.code ?? String(error),
  );
}

describe("P12 an authenticator app", () => {
  it("counts from its first right code on, comes with ten recovery codes, and tells its owner", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret, uri, qr } = await tess.does(enrolTotp);
    expect(uri).toContain(`issuer=${encodeURIComponent(tess.actor.from.host)}`);
    expect(qr.size).toBeGreaterThan(20);
    // Begun is not done: nothing is asked for yet.
    await signIn(lab, tess.email);
    expect((await tess.does(readSecondFactors)).totp).toBeNull();

    await expect(tess.does(confirmTotp, { body: { code: wrong(secret) } })).rejects.toMatchObject({
      code: "code_invalid",
    });
    const { recoveryCodes } = await tess.does(confirmTotp, { body: { code: shown(secret) } });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await tess.does(readSecondFactors)).toMatchObject({ recoveryCodesLeft: 10, isProved: true });
    expect(await toldBy(tess.email)).toContain("An authenticator app was added to your account.");
    expect(await toldBy(tess.email)).toContain("/not-me?token=");
    await expect(tess.does(enrolTotp)).rejects.toMatchObject({ code: "already_exists" });
  });

  it("S7 is kept encrypted, and recovery codes as keyed hashes: neither can be read out of the database", async () => {
    const tess = await (await a.laboratory()).member("technician");
    const { secret, recoveryCodes } = await withTotp(tess);
    const rows = await asOwner<{ kept: string }>(
      `select secret_jwe as kept from totp where account_id = $1
       union all select hash from recovery_code where account_id = $1`,
      [tess.accountId],
    );
    expect(rows).toHaveLength(11);
    const kept = rows.map((row) => row.kept).join(" ");
    for (const secretText of [
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((each) => each.replace("-", "")),
    ]) {
      expect(kept).not.toContain(secretText);
    }
  });

  it("is asked for after the password, and opens the session with its code", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const { mfaToken, methods } = await firstStep(lab, tess.email);
    expect(methods).toEqual(["totp", "recovery_code"]);
    const signedIn = await verify(lab, mfaToken, shown(secret));
    if (!("access" in signedIn)) throw new Error("Not signed in.");
    const actor = await bearer(signedIn.access, lab);
    expect(await answer(readSecondFactors, actor)).toMatchObject({ isProved: true });
  });

  it("S8 takes no code twice, nor one from before the last", async () => {
    const clock = a.clock("2026-11-20T08:00:10Z");
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const code = shown(secret);
    await verify(lab, (await firstStep(lab, tess.email)).mfaToken, code);
    for (const old of [code, shown(secret, -1)]) {
      const { mfaToken } = await firstStep(lab, tess.email);
      expect(await outcome(verify(lab, mfaToken, old))).toBe("code_invalid");
    }
    clock.pass(30_000);
    await verify(lab, (await firstStep(lab, tess.email)).mfaToken, shown(secret));
  });

  it("forgives a clock that is one step off, and no more", async () => {
    a.clock("2026-11-20T08:00:10Z");
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const { mfaToken } = await firstStep(lab, tess.email);
    expect(await outcome(verify(lab, mfaToken, shown(secret, 2)))).toBe("code_invalid");
    expect(await outcome(verify(lab, mfaToken, shown(secret, 1)))).toBe("in");
  });

  it("S15 needs a recent sign-in to come and to go", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const tess = await (await a.laboratory()).member("technician");
    await withTotp(tess);
    clock.pass(61 * 60_000);
    for (const op of [removeTotp, renewRecoveryCodes]) {
      await expect(tess.does(op)).rejects.toMatchObject({ code: "reauthentication_required" });
    }
    expect(await tess.does(readSecondFactors)).toMatchObject({ isRecent: false });
  });

  it("S15 ends the sessions that began without it", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { access } = await signIn(lab, tess.email);
    await withTotp(tess);
    await expect(bearer(access, lab)).rejects.toMatchObject({ code: "session_ended" });
  });

  it("goes with its recovery codes, and with a letter", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    await withTotp(tess);
    await tess.does(removeTotp);
    expect(await tess.does(readSecondFactors)).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
    expect(await toldBy(tess.email)).toContain("The authenticator app was removed from your account.");
    await signIn(lab, tess.email);
  });
});

describe("S8 brute force of the second step", () => {
  it("spends five tries of one sign-in; then even the right code is wrong", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const { mfaToken } = await firstStep(lab, tess.email);
    for (let each = 0; each < 5; each += 1) {
      expect(await outcome(verify(lab, mfaToken, wrong(secret)))).toBe("code_invalid");
    }
    expect(await outcome(verify(lab, mfaToken, shown(secret)))).toBe("code_invalid");
  });

  it("spends five tries of an account in ten minutes, however many sign-ins are begun", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    for (let each = 0; each < 5; each += 1) {
      const { mfaToken } = await firstStep(lab, tess.email);
      expect(await outcome(verify(lab, mfaToken, wrong(secret)))).toBe("code_invalid");
    }
    const { mfaToken } = await firstStep(lab, tess.email);
    expect(await outcome(verify(lab, mfaToken, shown(secret)))).toBe("code_invalid");
    clock.pass(10 * 60_000);
    const later = await firstStep(lab, tess.email);
    expect(await outcome(verify(lab, later.mfaToken, shown(secret)))).toBe("in");
  });

  it("counts what comes at once, over many sign-ins, as what comes one after another", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    await withTotp(tess);
    const waiting = await Promise.all(Array.from({ length: 20 }, () => firstStep(lab, tess.email)));
    await Promise.all(waiting.map(({ mfaToken }) => outcome(verify(lab, mfaToken, "AAAAA-AAAAA"))));
    const [row] = await asOwner<{ tries: number }>(
      "select tries from second_factor_try where account_id = $1",
      [tess.accountId],
    );
    expect(row?.tries).toBe(6);
  });

  it("gives a right code's try back, so that nobody is shut out by signing in", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    for (let each = 0; each < 8; each += 1) {
      clock.pass(30_000);
      const { mfaToken } = await firstStep(lab, tess.email);
      expect(await outcome(verify(lab, mfaToken, shown(secret)))).toBe("in");
    }
  });

  it("makes one session of one sign-in, however many right answers arrive at once", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret, recoveryCodes } = await withTotp(tess);
    const { mfaToken } = await firstStep(lab, tess.email);
    const codes = [shown(secret), ...recoveryCodes.slice(0, 3)];
    const outcomes = await Promise.all(codes.map((code) => outcome(verify(lab, mfaToken, code))));
    expect(outcomes.filter((each) => each === "in")).toHaveLength(1);
  });

  it("K8 tells the first step and the sign-in apart in the trail", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const { mfaToken } = await firstStep(lab, tess.email);
    const entered = async () =>
      asOwner(
        `select action from audit_event where laboratory_id = $1 and record_id = $2
         and action in ('account.first_step_taken', 'account.signed_in') order by id`,
        [lab.ref.id, tess.accountId],
      );
    const first = { action: "account.first_step_taken" };
    expect(await entered()).toEqual([first]);
    await outcome(verify(lab, mfaToken, shown(secret)));
    expect(await entered()).toEqual([first, { action: "account.signed_in" }]);
  });

  it("writes each wrong one into the trail, as a sign-in that was refused", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    await outcome(verify(lab, (await firstStep(lab, tess.email)).mfaToken, wrong(secret)));
    const rows = await asOwner(
      `select record_id from audit_event where laboratory_id = $1 and action = 'account.signed_in'
       and outcome = 'refused' and details->>'step' = 'second'`,
      [lab.ref.id],
    );
    expect(rows).toEqual([{ record_id: tess.accountId }]);
  });
});

describe("K4 a code from the mail", () => {
  it("is a first factor and never the second: the app is asked for, and a mailed code is no answer", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const nobody = lab.anonymous();
    const { email } = tess;
    await nobody.does(requestSignInCode, { body: { email } });
    const code = await codeSentTo(email);
    const waiting = await nobody.does(signInByCode, { body: { email, code } });
    if (!("mfaRequired" in waiting)) throw new Error("No second factor was asked for.");
    const { mfaToken } = waiting;
    await nobody.does(requestSignInCode, { body: { email } });
    expect(await outcome(verify(lab, mfaToken, code))).toBe("code_invalid");
    expect(await outcome(verify(lab, mfaToken, await codeSentTo(email)))).toBe("code_invalid");
    expect(await outcome(verify(lab, mfaToken, shown(secret)))).toBe("in");
  });
});

describe("S6 a sign-in that waits", () => {
  it("is finished at its own host and door only, and within ten minutes", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const [lab, other] = [await a.laboratory(), await a.laboratory()];
    const tess = await lab.member("technician");
    const { secret } = await withTotp(tess);
    const { mfaToken } = await firstStep(lab, tess.email);
    const body = { mfaToken, code: shown(secret) };
    const elsewhere = [
      answer(verifySecondStep, other.anonymous().actor, { body }),
      answer(verifySecondStep, a.anyone().actor, { body }),
      answer(verifySecondStepInBrowser, lab.anonymous().actor, { body }),
    ];
    expect(await Promise.all(elsewhere.map(outcome))).toEqual(Array(3).fill("code_invalid"));
    clock.pass(10 * 60_000 + 1);
    expect(await outcome(verify(lab, mfaToken, shown(secret)))).toBe("code_invalid");
  });
});

describe("P12 recovery codes", () => {
  it("open once each, in small letters too, and tell the owner", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { recoveryCodes } = await withTotp(tess);
    const [code = ""] = recoveryCodes;
    await verify(lab, (await firstStep(lab, tess.email)).mfaToken, code.toLowerCase());
    expect(await toldBy(tess.email)).toContain("A recovery code of your account was used to sign in.");
    const { mfaToken } = await firstStep(lab, tess.email);
    expect(await outcome(verify(lab, mfaToken, code))).toBe("code_invalid");
    expect((await tess.does(readSecondFactors)).recoveryCodesLeft).toBe(9);
  });

  it("die when new ones are made", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { recoveryCodes } = await withTotp(tess);
    const renewed = await tess.does(renewRecoveryCodes);
    const { mfaToken } = await firstStep(lab, tess.email);
    expect(await outcome(verify(lab, mfaToken, recoveryCodes[0] ?? ""))).toBe("code_invalid");
    expect(await outcome(verify(lab, mfaToken, renewed.recoveryCodes[0] ?? ""))).toBe("in");
  });

  it("are one person's: another's opens nothing", async () => {
    const lab = await a.laboratory();
    const [tess, sam] = [await lab.member("technician"), await lab.member("scientist")];
    const { recoveryCodes } = await withTotp(tess);
    await withTotp(sam);
    const { mfaToken } = await firstStep(lab, sam.email);
    expect(await outcome(verify(lab, mfaToken, recoveryCodes[0] ?? ""))).toBe("code_invalid");
  });

  it("are made for those who have a factor to lose", async () => {
    const tess = await (await a.laboratory()).member("technician");
    await expect(tess.does(renewRecoveryCodes)).rejects.toMatchObject({ code: "illegal_move" });
  });
});

describe("P12 a laboratory that asks a role for a second factor", () => {
  async function required(): Promise<{ lab: Lab; tess: Member }> {
    const lab = await a.laboratory();
    const tess = await lab.member("receptionist");
    await lab.administrator.does(changeSettings, {
      body: { secondFactorRoles: ["receptionist"] },
      ifMatch: 1,
    });
    return { lab, tess };
  }

  it("holds its people off all work until they have one, and off nothing of their own account", async () => {
    const { lab, tess } = await required();
    const actor = await bearer((await signIn(lab, tess.email)).access, lab);
    await expect(answer(listPatients, actor, { query: { q: "Jones" } })).rejects.toMatchObject({
      code: "reauthentication_required",
    });
    await answer(readMe, actor);
    expect(await answer(readSecondFactors, actor)).toMatchObject({ isRequired: true, isProved: false });
  });

  it("lets them work in the very session in which they enrolled", async () => {
    const { lab, tess } = await required();
    const { access } = await signIn(lab, tess.email);
    const { secret } = await answer(enrolTotp, await bearer(access, lab));
    await answer(confirmTotp, await bearer(access, lab), { body: { code: shown(secret) } });
    await answer(listPatients, await bearer(access, lab), { query: { q: "Jones" } });
  });

  it("asks anew once the last factor is taken away", async () => {
    const { lab, tess } = await required();
    const { access } = await signIn(lab, tess.email);
    const { secret } = await answer(enrolTotp, await bearer(access, lab));
    await answer(confirmTotp, await bearer(access, lab), { body: { code: shown(secret) } });
    await answer(removeTotp, await bearer(access, lab));
    await expect(
      answer(listPatients, await bearer(access, lab), { query: { q: "Jones" } }),
    ).rejects.toMatchObject({ code: "reauthentication_required" });
  });

  it("asks nobody else", async () => {
    const { lab } = await required();
    const sam = await lab.member("scientist");
    const actor = await bearer((await signIn(lab, sam.email)).access, lab);
    await answer(listPatients, actor, { query: { q: "Jones" } });
  });

  it("S8 takes a passkey for both, and names it among the methods of its own host only", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    await withPasskey(tess);
    expect((await firstStep(lab, tess.email)).methods).toEqual(["passkey", "recovery_code"]);
  });
});
