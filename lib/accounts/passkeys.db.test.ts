import { describe, expect, it } from "vitest";
import { a, type Lab, type Person } from "@/tests/support/a";
import { Authenticator } from "@/tests/support/authenticator";
import { asOwner } from "@/tests/support/rows-of";
import { firstStep, withPasskey, withTotp } from "@/tests/support/second-factors";
import { answer, bearer, signIn } from "@/tests/support/signed-in";
import { addPasskey } from "./operations/add-passkey";
import { askPasskeyForSecondStep } from "./operations/ask-passkey-for-second-step";
import { askPasskeyToSignIn } from "./operations/ask-passkey-to-sign-in";
import { listPasskeys } from "./operations/list-passkeys";
import { login } from "./operations/login";
import { loginWithPasskey } from "./operations/login-with-passkey";
import { orderPasskey } from "./operations/order-passkey";
import { readSecondFactors } from "./operations/read-second-factors";
import { removePasskey } from "./operations/remove-passkey";
import { renamePasskey } from "./operations/rename-passkey";
import { startPasskeySession } from "./operations/start-passkey-session";
import { verifySecondStep } from "./operations/verify-second-step";

type Twist = Parameters<Authenticator["prove"]>[1];

/** Signs in at an address as nobody in particular, with what the authenticator makes of a fresh question. */
async function enterWith(authenticator: Authenticator, nobody: Person, twist: Twist = {}) {
  const asked = await nobody.does(askPasskeyToSignIn, { body: {} });
  return nobody.does(loginWithPasskey, { body: authenticator.prove(asked, twist) });
}

async function tessAt(lab: Lab) {
  const tess = await lab.member("technician");
  return { tess, authenticator: await withPasskey(tess) };
}

const refused = { code: "unauthenticated" };

describe("P13 a passkey", () => {
  it("signs in without a name, a password or a second factor, and is known by its own name", async () => {
    const lab = await a.laboratory();
    const { tess, authenticator } = await tessAt(lab);
    const signedIn = await enterWith(authenticator, lab.anonymous(), { userHandle: tess.accountId });
    if (!("access" in signedIn)) throw new Error("A second factor was asked for.");
    expect(signedIn.user.id).toBe(tess.accountId);
    const actor = await bearer(signedIn.access, lab);
    expect(await answer(readSecondFactors, actor)).toMatchObject({ isProved: true });
    const { data } = await tess.does(listPasskeys);
    expect(data).toMatchObject([{ name: "Laptop", isHere: true, host: tess.actor.from.host }]);
    expect(data[0]?.lastUsedAt).not.toBeNull();
  });

  it("opens a browser's session too", async () => {
    const lab = await a.laboratory();
    const { authenticator } = await tessAt(lab);
    const nobody = lab.anonymous();
    const asked = await nobody.does(askPasskeyToSignIn, { body: {} });
    const said = await nobody.does(startPasskeySession, { body: authenticator.prove(asked) });
    expect(said).toEqual({ ticket: expect.any(String) });
  });

  it("serves as the second factor after a password", async () => {
    const lab = await a.laboratory();
    const { tess, authenticator } = await tessAt(lab);
    const { mfaToken } = await firstStep(lab, tess.email);
    const nobody = lab.anonymous();
    const asked = await nobody.does(askPasskeyForSecondStep, { body: { mfaToken } });
    expect(asked.allowCredentials).toHaveLength(1);
    const passkey = authenticator.prove(asked);
    const said = await nobody.does(verifySecondStep, { body: { mfaToken, passkey } });
    expect(said).toHaveProperty("access");
  });

  it("S8 finishes nobody else's sign-in", async () => {
    const lab = await a.laboratory();
    const { authenticator } = await tessAt(lab);
    const sam = await lab.member("scientist");
    await withTotp(sam);
    const { mfaToken } = await firstStep(lab, sam.email);
    const nobody = lab.anonymous();
    const asked = await nobody.does(askPasskeyForSecondStep, { body: { mfaToken } });
    const passkey = authenticator.prove(asked);
    await expect(nobody.does(verifySecondStep, { body: { mfaToken, passkey } })).rejects.toMatchObject({
      code: "code_invalid",
    });
  });

  it("S8 answers a question once, and a question of another kind never", async () => {
    const lab = await a.laboratory();
    const { tess, authenticator } = await tessAt(lab);
    const nobody = lab.anonymous();
    const asked = await nobody.does(askPasskeyToSignIn, { body: {} });
    await nobody.does(loginWithPasskey, { body: authenticator.prove(asked) });
    await expect(nobody.does(loginWithPasskey, { body: authenticator.prove(asked) })).rejects.toMatchObject(
      refused,
    );
    const { mfaToken } = await firstStep(lab, tess.email);
    const second = await nobody.does(askPasskeyForSecondStep, { body: { mfaToken } });
    await expect(nobody.does(loginWithPasskey, { body: authenticator.prove(second) })).rejects.toMatchObject(
      refused,
    );
  });

  it("answers within five minutes", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const { authenticator } = await tessAt(lab);
    const nobody = lab.anonymous();
    const asked = await nobody.does(askPasskeyToSignIn, { body: {} });
    clock.pass(5 * 60_000);
    await expect(nobody.does(loginWithPasskey, { body: authenticator.prove(asked) })).rejects.toMatchObject(
      refused,
    );
  });

  it("S6 opens its own host only, whatever page asks and wherever it is sent", async () => {
    const [lab, other] = [await a.laboratory(), await a.laboratory()];
    const { authenticator } = await tessAt(lab);
    const there = other.anonymous();
    await expect(enterWith(authenticator, there)).rejects.toMatchObject(refused);
    await expect(enterWith(authenticator, there, { page: there.actor.from })).rejects.toMatchObject(refused);
    await expect(enterWith(authenticator, a.anyone())).rejects.toMatchObject(refused);
    const evil = { host: lab.ref.slug, origin: "https://evil.test" };
    await expect(enterWith(authenticator, lab.anonymous(), { page: evil })).rejects.toMatchObject(refused);
  });

  it("is refused when its count does not grow: then there are two of it", async () => {
    const lab = await a.laboratory();
    const { authenticator } = await tessAt(lab);
    await enterWith(authenticator, lab.anonymous(), { counter: 7 });
    for (const counter of [7, 3]) {
      await expect(enterWith(authenticator, lab.anonymous(), { counter })).rejects.toMatchObject(refused);
    }
    await enterWith(authenticator, lab.anonymous(), { counter: 8 });
  });

  it("is refused when its holder was not verified, when it names somebody else, and when it was another question's kind", async () => {
    const lab = await a.laboratory();
    const { authenticator } = await tessAt(lab);
    const sam = await lab.member("scientist");
    const twists = [{ isVerified: false }, { userHandle: sam.accountId }, { type: "webauthn.create" }];
    for (const twist of twists) {
      await expect(enterWith(authenticator, lab.anonymous(), twist)).rejects.toMatchObject(refused);
    }
  });

  it("of somebody who does not belong here, or of nobody, has one answer", async () => {
    const lab = await a.laboratory();
    const stranger = new Authenticator(lab.anonymous().actor.from);
    await expect(enterWith(stranger, lab.anonymous())).rejects.toMatchObject(refused);
    const { tess, authenticator } = await tessAt(lab);
    await asOwner("update account set state = 'locked' where id = $1", [tess.accountId]);
    await expect(enterWith(authenticator, lab.anonymous())).rejects.toMatchObject(refused);
  });
});

describe("P13 making a passkey", () => {
  it("takes one that was made for this page, this question and this person", async () => {
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const sam = await lab.member("scientist");
    const authenticator = new Authenticator(tess.actor.from);
    const evil = { host: tess.actor.from.host, origin: "https://evil.test" };
    const asked = () => tess.does(orderPasskey);
    const wrong = [
      authenticator.make(await asked(), "Laptop", { page: evil }),
      authenticator.make(await asked(), "Laptop", { isVerified: false }),
      authenticator.make(await asked(), "Laptop", { type: "webauthn.get" }),
      authenticator.make(await sam.does(orderPasskey), "Laptop"),
      authenticator.make({ challenge: "bWFkZSB1cA" }, "Laptop"),
    ];
    for (const body of wrong) {
      await expect(tess.does(addPasskey, { body })).rejects.toMatchObject({ code: "code_invalid" });
    }
    const first = await asked();
    await tess.does(addPasskey, { body: authenticator.make(first, "Laptop") });
    await expect(tess.does(addPasskey, { body: authenticator.make(first, "Copy") })).rejects.toMatchObject({
      code: "code_invalid",
    });
    await expect(
      tess.does(addPasskey, { body: authenticator.make(await asked(), "Copy") }),
    ).rejects.toMatchObject({ code: "already_exists" });
  });

  it("S15 needs a recent sign-in, and ends the sessions that began without it", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tess = await lab.member("technician");
    const { access } = await signIn(lab, tess.email);
    await withPasskey(tess);
    await expect(bearer(access, lab)).rejects.toMatchObject({ code: "session_ended" });
    clock.pass(61 * 60_000);
    await expect(tess.does(orderPasskey)).rejects.toMatchObject({ code: "reauthentication_required" });
  });

  it("brings recovery codes with the first factor only", async () => {
    const tess = await (await a.laboratory()).member("technician");
    const authenticator = new Authenticator(tess.actor.from);
    const made = authenticator.make(await tess.does(orderPasskey), "Laptop");
    expect((await tess.does(addPasskey, { body: made })).recoveryCodes).toHaveLength(10);
    await withTotp(tess);
    expect(await tess.does(readSecondFactors)).toMatchObject({ recoveryCodesLeft: 10 });
  });
});

describe("P13 keeping passkeys", () => {
  it("renames and removes one's own, and nobody else's", async () => {
    const lab = await a.laboratory();
    const { tess, authenticator } = await tessAt(lab);
    const sam = await lab.member("scientist");
    const [passkey] = (await tess.does(listPasskeys)).data;
    const params = { passkeyId: passkey?.id };
    await expect(sam.does(renamePasskey, { params, body: { name: "Mine" } })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(sam.does(removePasskey, { params })).rejects.toMatchObject({ code: "not_found" });
    expect(await tess.does(renamePasskey, { params, body: { name: "Old laptop" } })).toMatchObject({
      name: "Old laptop",
    });
    await tess.does(removePasskey, { params });
    await expect(enterWith(authenticator, lab.anonymous())).rejects.toMatchObject(refused);
    // It was the only factor: the password alone is enough again, and the codes on paper are dead.
    await signIn(lab, tess.email);
    expect(await tess.does(readSecondFactors)).toMatchObject({ recoveryCodesLeft: 0, passkeys: [] });
  });

  it("S6 ask for a recovery code where the passkey is another host's", async () => {
    const lab = await a.laboratory();
    const { tess, authenticator } = await tessAt(lab);
    const nobody = a.anyone();
    const body = { identifier: tess.email, password: a.password };
    expect(await nobody.does(login, { body })).toMatchObject({ methods: ["recovery_code"] });
    await expect(enterWith(authenticator, nobody)).rejects.toMatchObject(refused);
  });
});
