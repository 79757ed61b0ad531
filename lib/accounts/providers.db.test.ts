import { describe, expect, it } from "vitest";
import { perform } from "@/lib/api/perform";
import type { Problem } from "@/lib/core/problem";
import { inPlatform } from "@/lib/infra/db";
import { listClinicians } from "@/lib/operator/operations/list-providers";
import { rejectClinician } from "@/lib/operator/operations/reject-provider";
import { verifyClinician } from "@/lib/operator/operations/verify-provider";
import { a } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { answer, bearer } from "@/tests/support/signed-in";
import { changePractice } from "./operations/change-practice";
import { listSpecializations } from "./operations/list-specializations";
import { login } from "./operations/login";
import { openClinician } from "./operations/open-clinician";
import { registerAsDoctor } from "./operations/register-doctor";
import { registerProvider } from "./operations/register-provider";
import { resendProviderVerification } from "./operations/resend-verification";
import { verifyProviderEmail } from "./operations/verify-provider-email";
import { ProviderRegistration } from "./schema.registrations";

const root = { kind: "root" } as const;
const password = "SecurePassword123!";
let made = 0;

function clinician(changes: Record<string, unknown> = {}) {
  made += 1;
  return {
    ...{ firstName: "Gregory", lastName: "Doe", email: `gregory-${made}@clinic.test` },
    ...{ phoneNumber: `+1234567${1000 + made}`, password, confirmPassword: password },
    ...{ specialization: "cardiology", licenseNumber: `MD${123_456_000 + made}`, yearsOfExperience: 10 },
    clinicAddress: { street: "123 Medical Center Dr", city: "New York", state: "NY", zip: "10001" },
    ...changes,
  };
}

const register = (body: unknown) => a.anyone().does(registerProvider, { body });
const confirm = (email: string, code: string) =>
  a.anyone().does(verifyProviderEmail, { body: { email, code } });

/** Somebody who has registered and confirmed, and whose licence nobody has looked at. */
async function aClinician(changes: Record<string, unknown> = {}) {
  const body = clinician(changes);
  const { providerId } = await register(body);
  await confirm(body.email, await codeSentTo(body.email));
  const entry = { identifier: body.email, password };
  const signedIn = entered(await a.anyone().does(login, { body: entry }));
  return { ...body, id: providerId, actor: await bearer(signedIn.access, root) };
}

const open = (clinicianId: string) => ({ params: { clinicianId } });
const templatesTo = async (email: string) => (await lettersTo(email)).map(({ template }) => template);

describe("H1 registering as a provider", () => {
  it("answers with the id that the provider goes by from then on", async () => {
    const operator = await a.operator();
    const body = clinician();
    const registered = await register(body);
    expect(registered).toEqual({
      providerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: body.email,
      verificationStatus: "pending",
    });
    const code = await codeSentTo(body.email);
    // H2
    expect(await confirm(body.email, code)).toEqual({
      ...{ providerId: registered.providerId, email: body.email, verified: true },
    });
    await expect(confirm(body.email, code)).rejects.toMatchObject({ code: "code_invalid" });
    const entry = { identifier: body.email, password };
    const { access, user } = entered(await a.anyone().does(login, { body: entry }));
    expect(user).toMatchObject({ id: registered.providerId, accountType: "provider" });
    expect(user.publicId).toMatch(/^DOC\d{8}$/);
    // H4
    const seen = await answer(openClinician, await bearer(access, root), open(registered.providerId));
    expect(seen).toMatchObject({
      ...{ providerId: registered.providerId, verificationStatus: "pending", emailVerified: true },
      ...{ specialization: "cardiology", licenseNumber: body.licenseNumber, yearsOfExperience: 10 },
      clinicAddress: body.clinicAddress,
    });
    // H11
    expect((await templatesTo(body.email)).slice(0, 3)).toEqual([
      "verify-email",
      "welcome",
      "provider-received",
    ]);
    const [notice] = await lettersTo(operator.email);
    expect(notice).toMatchObject({ template: "operator-notice" });
    expect(notice?.text).toContain("/operator/providers");
  });

  it("names every field that is wrong", async () => {
    const refusal: Problem = await register({
      ...clinician(),
      ...{ firstName: "J", email: "none", phoneNumber: "555", specialization: "magic", licenseNumber: "no!" },
      ...{ yearsOfExperience: 51, clinicAddress: { street: "x".repeat(201), city: "", state: "NY" } },
    }).catch((error) => error);
    expect(refusal.code).toBe("validation_failed");
    expect(Object.keys(refusal.extras.errors ?? {}).sort()).toEqual([
      ...["clinicAddress.city", "clinicAddress.street", "clinicAddress.zip", "email", "firstName"],
      ...["licenseNumber", "phoneNumber", "specialization", "yearsOfExperience"],
    ]);
    await expect(register(clinician({ confirmPassword: "Another-word-77" }))).rejects.toMatchObject({
      extras: { errors: { confirmPassword: [expect.any(String)] } },
    });
    await expect(register(clinician({ verificationStatus: "verified" }))).rejects.toMatchObject({
      extras: { errors: { verificationStatus: [expect.any(String)] } },
    });
  });

  it("S16 answers the same for an address that has an account, whose owner is told by mail", async () => {
    const lab = await a.laboratory();
    const { email } = lab.administrator;
    const outside = async (body: { email: string }) =>
      JSON.stringify({ ...(await perform(registerProvider, a.anyone().actor, { body })), allowance: null })
        .replaceAll(body.email, "EMAIL")
        .replace(/[0-9a-f-]{36}/g, "ID");
    expect(await outside(clinician({ email }))).toBe(await outside(clinician()));
    expect(await templatesTo(email)).toEqual(["already-registered"]);
  });

  it("H7 is limited to five an hour from one address", async () => {
    const one = a.anyone();
    for (let each = 0; each < 5; each += 1) await one.does(registerProvider, { body: clinician() });
    await expect(one.does(registerProvider, { body: clinician() })).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  it("H2 H3 is confirmed by the link as well, also by one that was mailed again", async () => {
    const { email, providerId } = await register(clinician());
    const token = await linkTokenSentTo(email);
    await a.anyone().does(resendProviderVerification, { body: { email } });
    const follow = (link: string) => a.anyone().does(verifyProviderEmail, { body: { token: link } });
    await expect(follow(token)).rejects.toMatchObject({ code: "code_invalid" });
    expect((await follow(await linkTokenSentTo(email))).providerId).toBe(providerId);
  });

  it("H5 lists what a provider can be", async () => {
    const { data } = await a.anyone().does(listSpecializations);
    expect(data).toContainEqual({ code: "cardiology", name: "Cardiology" });
    for (const { code } of data) {
      expect(ProviderRegistration.safeParse(clinician({ specialization: code })).success, code).toBe(true);
    }
  });
});

const aDoctor = (changes: Record<string, unknown>) => {
  const {
    licenseNumber: _,
    yearsOfExperience: __,
    clinicAddress: ___,
    phoneNumber: ____,
    ...few
  } = clinician();
  return a.anyone().does(registerAsDoctor, { body: { ...few, ...changes } });
};

describe("H4 a provider's registration", () => {
  it("is seen by the provider and by operators at the root address; for others there is none", async () => {
    const [one, other] = [await aClinician(), await aClinician()];
    const operator = await a.operator();
    expect((await answer(openClinician, one.actor, open(one.id))).email).toBe(one.email);
    expect((await operator.does(openClinician, open(one.id))).email).toBe(one.email);
    const missing = { code: "not_found" };
    await expect(answer(openClinician, other.actor, open(one.id))).rejects.toMatchObject(missing);
    const lab = await a.laboratory();
    await expect(lab.administrator.does(openClinician, open(one.id))).rejects.toMatchObject(missing);
    const elsewhere = { ...operator.actor, from: a.anyone({ kind: "learn" }).actor.from };
    await expect(answer(openClinician, elsewhere, open(one.id))).rejects.toMatchObject(missing);
    await expect(a.anyone().does(openClinician, open(one.id))).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("H9 what operators decide", () => {
  const decide = (accountId: string) => ({ params: { accountId } });

  it("verifies a provider, once, who is told by mail", async () => {
    const [operator, one] = [await a.operator(), await aClinician()];
    const pending = await operator.does(listClinicians, { query: { state: "pending", q: one.email } });
    expect(pending.data.map(({ providerId }) => providerId)).toEqual([one.id]);
    const verified = await operator.does(verifyClinician, { ...decide(one.id), body: {} });
    expect(verified).toMatchObject({ verificationStatus: "verified", reason: null, version: 2 });
    expect(await templatesTo(one.email)).toContain("provider-verified");
    await expect(operator.does(verifyClinician, { ...decide(one.id), body: {} })).rejects.toMatchObject({
      code: "illegal_move",
    });
    const found = await operator.does(listClinicians, { query: { q: one.licenseNumber.toLowerCase() } });
    expect(found.data.map(({ verificationStatus }) => verificationStatus)).toEqual(["verified"]);
  });

  it("rejects one for a reason, which the mail tells; who corrects it waits again", async () => {
    const [operator, one] = [await a.operator(), await aClinician()];
    await expect(operator.does(rejectClinician, { ...decide(one.id), body: {} })).rejects.toMatchObject({
      code: "validation_failed",
    });
    const body = { reason: "The licence has ended." };
    const rejected = await operator.does(rejectClinician, { ...decide(one.id), body });
    expect(rejected).toMatchObject({ verificationStatus: "rejected", reason: body.reason });
    const letter = (await lettersTo(one.email)).at(-1);
    expect([letter?.template, letter?.text.includes(body.reason)]).toEqual(["provider-rejected", true]);
    const change = { body: { licenseNumber: `NEW${made}` }, ifMatch: rejected.version };
    const changed = await answer(changePractice, one.actor, { ...open(one.id), ...change });
    expect(changed).toMatchObject({
      verificationStatus: "pending",
      reason: null,
      licenseNumber: `NEW${made}`,
    });
    expect((await lettersTo(operator.email)).at(-1)?.subject).toContain("looked at again");
    await operator.does(verifyClinician, { ...decide(one.id), body: {} });
    const late = answer(changePractice, one.actor, {
      ...open(one.id),
      body: { yearsOfExperience: 20 },
      ifMatch: changed.version + 1,
    });
    await expect(late).rejects.toMatchObject({ code: "illegal_move" });
  });

  it("P1 lets licence and clinic follow, before somebody is verified", async () => {
    const operator = await a.operator();
    const { registrationId: id, email } = await aDoctor({ email: "later@clinic.test" });
    await confirm(email, await codeSentTo(email));
    await expect(operator.does(verifyClinician, { ...decide(id), body: {} })).rejects.toMatchObject({
      code: "illegal_move",
      message: expect.stringContaining("missing"),
    });
    const signedIn = entered(await a.anyone().does(login, { body: { identifier: email, password } }));
    const { licenseNumber, clinicAddress, yearsOfExperience } = clinician();
    const body = { licenseNumber, clinicAddress, yearsOfExperience };
    const self = await bearer(signedIn.access, root);
    const { version } = await answer(changePractice, self, { ...open(id), body, ifMatch: 1 });
    const verified = await operator.does(verifyClinician, { ...decide(id), body: {}, ifMatch: version });
    expect(verified.verificationStatus).toBe("verified");
  });

  it("H1 leaves a licence and a telephone number to one verified provider, however they are written", async () => {
    const operator = await a.operator();
    const one = await aClinician();
    const twin = await aClinician({ licenseNumber: one.licenseNumber.toLowerCase() });
    const caller = await aClinician({
      phoneNumber: `${one.phoneNumber.slice(0, 5)} ${one.phoneNumber.slice(5)}`,
    });
    await operator.does(verifyClinician, { ...decide(one.id), body: {} });
    await expect(operator.does(verifyClinician, { ...decide(twin.id), body: {} })).rejects.toMatchObject({
      code: "already_exists",
      extras: { errors: { licenseNumber: [expect.any(String)] } },
    });
    await expect(operator.does(verifyClinician, { ...decide(caller.id), body: {} })).rejects.toMatchObject({
      code: "already_exists",
      extras: { errors: { phoneNumber: [expect.any(String)] } },
    });
    await operator.does(rejectClinician, { ...decide(one.id), body: { reason: "Mistaken for another." } });
    await operator.does(verifyClinician, { ...decide(twin.id), body: {} });
  });

  it("verifies one of two who claim the same licence, when both are verified at once", async () => {
    const operator = await a.operator();
    const claims = [
      await aClinician({ licenseNumber: "SAME1" }),
      await aClinician({ licenseNumber: "SAME1" }),
    ];
    const settled = await Promise.allSettled(
      claims.map(({ id }) => operator.does(verifyClinician, { ...decide(id), body: {} })),
    );
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const each of settled) {
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "already_exists" });
    }
  });

  it("H8 keeps the decision and its reason in the trail, by the operator's name", async () => {
    const [operator, one] = [await a.operator(), await aClinician()];
    await operator.does(rejectClinician, { ...decide(one.id), body: { reason: "No such licence." } });
    const [event] = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      return await db.platformEvent.findMany({ where: { action: "provider.rejected", recordId: one.id } });
    });
    expect(event).toMatchObject({
      ...{ outcome: "done", actorId: operator.accountId },
      details: { reason: "No such licence.", state: { from: "pending", to: "rejected" } },
    });
  });

  it("P11 pages through providers by a cursor, each once", async () => {
    const operator = await a.operator();
    const marker = "Zebedee";
    for (let each = 0; each < 5; each += 1) await aClinician({ lastName: marker });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = {
        q: marker.toLowerCase(),
        limit: "2",
        ...(cursor && { cursor }),
      };
      const page: { data: { providerId: string }[]; nextCursor: string | null } = await operator.does(
        listClinicians,
        { query },
      );
      seen.push(...page.data.map(({ providerId }) => providerId));
      cursor = page.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });
});
