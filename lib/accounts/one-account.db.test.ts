import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inLaboratory, inPlatform } from "@/lib/infra/db";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { listClinicians } from "@/lib/operator/operations/list-providers";
import { rejectClinician } from "@/lib/operator/operations/reject-provider";
import { verifyClinician } from "@/lib/operator/operations/verify-provider";
import { a, type Lab } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { answer, bearer } from "@/tests/support/signed-in";
import { changePractice } from "./operations/change-practice";
import { changeMyProfile } from "./operations/change-profile";
import { login } from "./operations/login";
import { openClinician } from "./operations/open-clinician";
import { readMe } from "./operations/read-me";
import { registerPatientAccount } from "./operations/register-patient";
import { registerPractice } from "./operations/register-practice";
import { verifyCode } from "./operations/verify-code";

type Somewhere = { kind: "root" } | { kind: "learn" } | Lab;

const learn = { kind: "learn" } as const;
const root = { kind: "root" } as const;
const password = "SecurePassword123!";
const clinic = { street: "123 Medical Center Dr", city: "New York", state: "NY", zip: "10001" };
let made = 0;

function practice(changes: Record<string, unknown> = {}) {
  made += 1;
  return {
    ...{ specialization: "cardiology", licenseNumber: `ONE${100 + made}`, yearsOfExperience: 10 },
    ...{ clinicAddress: clinic, phoneNumber: `+4420794600${10 + made}`, ...changes },
  };
}

/** Somebody who began as a patient at the portal. */
async function aPatient() {
  made += 1;
  const body = {
    ...{ email: `one-${made}@home.test`, password, passwordConfirm: password },
    ...{ firstName: "Grace", lastName: "Okafor" },
  };
  await a.anyone(learn).does(registerPatientAccount, { body });
  const code = { email: body.email, code: await codeSentTo(body.email), purpose: "registration" };
  const { access, user } = entered(await a.anyone(learn).does(verifyCode, { body: code }));
  return { email: body.email, user, actor: await bearer(access, learn) };
}

/** Signs in with the one password at another address. */
async function signedInAt(where: Somewhere, identifier: string, word = password): Promise<Actor> {
  const person = "kind" in where ? a.anyone(where) : where.anonymous();
  const body = { identifier, password: word };
  const { access } = entered(await answer(login, person.actor, { body }));
  return bearer(access, where);
}

const register = (actor: Actor, body: unknown = practice()) => answer(registerPractice, actor, { body });
const profileOf = (actor: Actor) => answer(readMe, actor);
const templatesTo = async (email: string) => (await lettersTo(email)).map(({ template }) => template);

describe("one account", () => {
  it("H1 P1 is a patient, staff in two laboratories and a verified provider, by the public id it began with", async () => {
    const operator = await a.operator();
    const [north, south] = [await a.laboratory(), await a.laboratory()];
    const { email, user, actor } = await aPatient();
    expect(user.publicId).toMatch(/^PAT\d{8}$/);
    for (const lab of [north, south]) {
      await lab.administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
      const body = { token: await linkTokenSentTo(email), firstName: "Grace", lastName: "Okafor", password };
      const joined = entered(await lab.anonymous().does(acceptInvitation, { body }));
      expect(joined.user).toMatchObject({ id: user.id, publicId: user.publicId, roles: ["technician"] });
    }
    const registered = await register(actor);
    await operator.does(verifyClinician, { params: { accountId: registered.providerId }, body: {} });
    for (const where of [learn, root, north, south]) {
      const me = await profileOf(await signedInAt(where, email));
      expect(me).toMatchObject({
        ...{ id: user.id, publicId: user.publicId, accountType: "patient" },
        practice: { verificationStatus: "verified", specialization: "cardiology", reason: null },
      });
    }
  });

  it("M5 that began as a patient's accepts an invitation with its own password only", async () => {
    const lab = await a.laboratory();
    const { email } = await aPatient();
    await lab.administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
    const token = await linkTokenSentTo(email);
    const accept = (word: string) =>
      lab.anonymous().does(acceptInvitation, {
        body: { token, firstName: "Grace", lastName: "Okafor", password: word },
      });
    await expect(accept("Another-word-77")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(entered(await accept(password)).user).toMatchObject({ email, accountType: "patient" });
  });

  it("P14 P2 of staff or of a provider does at the portal what a patient's does", async () => {
    const lab = await a.laboratory();
    const { email } = await lab.member("pathologist");
    const actor = await signedInAt(learn, email, a.password);
    const before = await profileOf(actor);
    expect(before).toMatchObject({ accountType: "staff", isPregnant: null, birthDate: null, practice: null });
    await register(actor);
    const body = { isPregnant: true, birthDate: "1991-06-15", username: `path.${made}` };
    const changed = await answer(changeMyProfile, actor, { body, ifMatch: before.version });
    expect(changed).toMatchObject({ ...body, practice: { verificationStatus: "pending" } });
    expect(await profileOf(await signedInAt(learn, body.username, a.password))).toMatchObject(body);
  });
});

describe("H1 becoming a provider with the account one has", () => {
  it("waits for operators, who are told, as after registering; the person finds it in their account", async () => {
    const operator = await a.operator();
    const { email, user, actor } = await aPatient();
    expect((await profileOf(actor)).practice).toBeNull();
    const body = practice();
    const registered = await register(actor, body);
    expect(registered).toMatchObject({
      ...{ providerId: user.id, publicId: user.publicId, email, emailVerified: true },
      ...{ verificationStatus: "pending", specialization: "cardiology", licenseNumber: body.licenseNumber },
      ...{ yearsOfExperience: 10, clinicAddress: clinic, phoneNumber: body.phoneNumber, version: 1 },
    });
    // H4
    const asked = { params: { clinicianId: user.id } };
    expect(await answer(openClinician, actor, asked)).toEqual(registered);
    // H11
    expect((await templatesTo(email)).at(-1)).toBe("provider-received");
    expect((await lettersTo(operator.email)).at(-1)).toMatchObject({ template: "operator-notice" });
    // H9
    const waiting = await operator.does(listClinicians, { query: { state: "pending", q: email } });
    expect(waiting.data.map(({ providerId }) => providerId)).toEqual([user.id]);
  });

  it.each([learn, root, "laboratory"] as const)("is done at every address: %j", async (place) => {
    const where = place === "laboratory" ? await a.laboratory() : place;
    const { email } = "kind" in where ? await aPatient() : await where.member("technician");
    const actor = await signedInAt(where, email, "kind" in where ? password : a.password);
    expect(await register(actor)).toMatchObject({ email, verificationStatus: "pending" });
    const received = (await lettersTo(email)).find(({ template }) => template === "provider-received");
    // No laboratory says that it verifies.
    expect(received?.text).toContain("MedVuno");
    if (!("kind" in where)) expect(received?.text).not.toContain(where.ref.name);
  });

  it("lets licence, years and clinic follow", async () => {
    const operator = await a.operator();
    const { user, actor } = await aPatient();
    expect(await register(actor, { specialization: "oncology" })).toMatchObject({
      ...{ licenseNumber: null, yearsOfExperience: null, clinicAddress: null, phoneNumber: null },
    });
    const { licenseNumber, clinicAddress } = practice();
    const body = { licenseNumber, clinicAddress };
    await answer(changePractice, actor, { params: { clinicianId: user.id }, body, ifMatch: 1 });
    const decided = await operator.does(verifyClinician, { params: { accountId: user.id }, body: {} });
    expect(decided.verificationStatus).toBe("verified");
  });

  it("is refused to whoever is one already, in whatever state, and once when it is asked twice at once", async () => {
    const operator = await a.operator();
    const { user, email, actor } = await aPatient();
    const settled = await Promise.allSettled([register(actor), register(actor), register(actor)]);
    const refused = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toMatchObject([{ code: "already_exists" }, { code: "already_exists" }]);
    expect((await templatesTo(email)).filter((each) => each === "provider-received").length).toBe(1);
    await operator.does(rejectClinician, {
      params: { accountId: user.id },
      body: { reason: "The licence has ended." },
    });
    await expect(register(actor)).rejects.toMatchObject({ code: "already_exists" });
    expect((await profileOf(actor)).practice).toEqual({
      ...{ verificationStatus: "rejected", specialization: "cardiology", reason: "The licence has ended." },
    });
    // Corrected, it waits again.
    const change = { body: { licenseNumber: `NEW${made}` }, ifMatch: 2 };
    await answer(changePractice, actor, { params: { clinicianId: user.id }, ...change });
    expect((await profileOf(actor)).practice).toMatchObject({ verificationStatus: "pending", reason: null });
  });

  it("leaves a licence to one verified provider, as registering does", async () => {
    const operator = await a.operator();
    const [one, twin] = [await aPatient(), await aPatient()];
    const { licenseNumber } = await register(one.actor);
    await operator.does(verifyClinician, { params: { accountId: one.user.id }, body: {} });
    // Silence: what clashes is settled by an operator.
    const body = practice({ licenseNumber: licenseNumber?.toLowerCase() });
    expect((await register(twin.actor, body)).verificationStatus).toBe("pending");
    const verify = operator.does(verifyClinician, { params: { accountId: twin.user.id }, body: {} });
    await expect(verify).rejects.toMatchObject({
      code: "already_exists",
      extras: { errors: { licenseNumber: [expect.any(String)] } },
    });
  });

  it("S26 takes nothing of who the account is, and nothing of what operators decide", async () => {
    const { actor } = await aPatient();
    for (const more of [{ email: "x@home.test" }, { verificationStatus: "verified" }, { publicId: "DOC1" }]) {
      await expect(register(actor, practice(more))).rejects.toMatchObject({ code: "validation_failed" });
    }
    const wrong = practice({ specialization: "magic", licenseNumber: "no!", yearsOfExperience: 51 });
    const refusal = await register(actor, wrong).catch((error) => error);
    expect(Object.keys(refusal.extras.errors).sort()).toEqual([
      ...["licenseNumber", "specialization", "yearsOfExperience"],
    ]);
    await expect(a.anyone(learn).does(registerPractice, { body: practice() })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("H8 keeps each attempt in the trail, done or refused, and H7 lets five an hour come from one address", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const { user, actor } = await aPatient();
    await register(actor);
    for (const _ of [2, 3, 4, 5]) {
      await expect(register(actor)).rejects.toMatchObject({ code: "already_exists" });
    }
    await expect(register(actor)).rejects.toMatchObject({ code: "rate_limited" });
    const events = await inPlatform({ laboratoryId: null, accountId: null }, async (db) => {
      const where = { action: "provider.registered", actorId: user.id };
      return await db.platformEvent.findMany({ where, orderBy: { id: "asc" } });
    });
    expect(events.map(({ outcome, details }) => [outcome, details])).toEqual([
      ["done", null],
      ...[2, 3, 4, 5].map(() => ["refused", { problem: "already_exists" }]),
      ["refused", { problem: "rate_limited" }],
    ]);
    expect(events[0]?.recordId).toBe(user.id);
  });

  it("tells a laboratory's trail that it was done there, and nothing of the practice", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await tech.does(registerPractice, { body: practice() });
    const [event] = await inLaboratory(lab.ref.id, null, async (db) => {
      return await db.auditEvent.findMany({ where: { action: "provider.registered" } });
    });
    expect(event).toMatchObject({ outcome: "done", actorName: tech.actor.name, details: null });
  });
});
