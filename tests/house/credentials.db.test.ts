import { beforeEach, describe, expect, it, vi } from "vitest";
import { createApiKey } from "@/lib/accounts/operations/create-api-key";
import { login } from "@/lib/accounts/operations/login";
import { openBrowserSession } from "@/lib/accounts/operations/open-browser-session";
import { readMe } from "@/lib/accounts/operations/read-me";
import { refreshTokens } from "@/lib/accounts/operations/refresh-tokens";
import { registerAsPatient } from "@/lib/accounts/operations/register-patient";
import { reportNotMe } from "@/lib/accounts/operations/report-not-me";
import { requestPasswordReset } from "@/lib/accounts/operations/request-password-reset";
import { requestSignInCode } from "@/lib/accounts/operations/request-sign-in-code";
import { resetByCode } from "@/lib/accounts/operations/reset-by-code";
import { resetByLink } from "@/lib/accounts/operations/reset-by-link";
import { signInByCode } from "@/lib/accounts/operations/sign-in-by-code";
import { startBrowserSession } from "@/lib/accounts/operations/start-browser-session";
import { validateToken } from "@/lib/accounts/operations/validate-token";
import { verifyCode } from "@/lib/accounts/operations/verify-code";
import { verifyLink } from "@/lib/accounts/operations/verify-link";
import type { SignedIn } from "@/lib/accounts/schema";
import { programActor, sessionActor } from "@/lib/api/actor";
import type { RawInput } from "@/lib/api/input";
import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/core/clock";
import { enterLaboratory, inPlatform } from "@/lib/infra/db";
import { hostOf, type Place } from "@/lib/infra/hosts";
import type { AnyOperation } from "@/lib/infra/operation";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { joinLaboratory } from "@/lib/laboratories/repository.members";
import { listPatients } from "@/lib/patients/operations/list-patients";
import { a, type Lab, type Member } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, linkTokenSentTo, resetLinkSentTo } from "@/tests/support/letters";
import { answer, signIn } from "@/tests/support/signed-in";

vi.hoisted(() => {
  process.env.LIMITS = "off";
});

type At = { place: Place; nobody: Actor };

/** Tries a credential at a place; false when it opens nothing there. */
type Try = (at: At) => Promise<boolean>;

let lab: Lab;
let next: Lab;
/** Belongs to both laboratories, so that nothing but the credential's own host keeps them out. */
let both: Member;

beforeEach(async () => {
  [lab, next] = [await a.laboratory(), await a.laboratory()];
  both = await lab.member("administrator");
  const { accountId, email } = both;
  await inPlatform({ laboratoryId: next.ref.id, accountId: null }, async (db) => {
    await enterLaboratory(next.ref.id, accountId);
    const displayName = "Both Places";
    await joinLaboratory(db, now(), {
      ...{ laboratoryId: next.ref.id, accountId, displayName, email, roles: ["administrator"] },
    });
  });
});

function at(place: Place): At {
  const of = [lab, next].find((each) => place.kind === "laboratory" && each.ref.slug === place.slug);
  return { place, nobody: (of?.anonymous() ?? a.anyone(place)).actor };
}

const labPlace = (): Place => ({ kind: "laboratory", slug: lab.ref.slug });
const nextPlace = (): Place => ({ kind: "laboratory", slug: next.ref.slug });
const root: Place = { kind: "root" };
const learn: Place = { kind: "learn" };

const refusals = ["unauthenticated", "session_ended", "code_invalid", "not_found", "forbidden"];

/** Whether an operation lets it pass; anything but a plain refusal is a fault of the test. */
async function passes(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    (error) => {
      expect(refusals).toContain(error.code);
      return false;
    },
  );
}

const tries =
  (op: AnyOperation, input: RawInput): Try =>
  ({ nobody }) =>
    passes(answer(op, nobody, input));

const newPassword = "four-Unrelated-words-7";
const passwords = { newPassword, newPasswordConfirm: newPassword };

/** Where a credential can be made; the laboratory is this test's own. */
type Home = "laboratory" | "learn" | "root";
const everywhere: readonly Home[] = ["laboratory", "learn", "root"];

function placeOfHome(home: Home): Place {
  return home === "laboratory" ? labPlace() : home === "learn" ? learn : root;
}

/** Every kind of credential: where one comes to be, how, and how it is used anywhere. */
const kinds: Record<string, { homes: readonly Home[]; make: (home: Place) => Promise<Try> }> = {
  "a session cookie": {
    homes: everywhere,
    async make(home) {
      const { nobody } = at(home);
      const body = { identifier: both.email, password: a.password };
      const { ticket } = entered(await answer(startBrowserSession, nobody, { body }));
      const claim = await answer(openBrowserSession, nobody, { body: { ticket } });
      return async ({ nobody: there }) => (await sessionActor(claim, "browser", there.from)) !== null;
    },
  },
  "a ticket": {
    homes: everywhere,
    async make(home) {
      const body = { identifier: both.email, password: a.password };
      const { ticket } = entered(await answer(startBrowserSession, at(home).nobody, { body }));
      return tries(openBrowserSession, { body: { ticket } });
    },
  },
  "an access token": {
    homes: everywhere,
    async make(home) {
      const { access } = await signInAt(home);
      return ({ place, nobody }) =>
        passes(programActor(`Bearer ${access}`, place, nobody.from).then((me) => answer(readMe, me)));
    },
  },
  "an access token, asked about": {
    homes: everywhere,
    async make(home) {
      const { access } = await signInAt(home);
      return async ({ nobody }) => (await answer(validateToken, nobody, { body: { token: access } })).active;
    },
  },
  "a refresh token": {
    homes: everywhere,
    async make(home) {
      const { refresh } = await signInAt(home);
      return tries(refreshTokens, { body: { refresh } });
    },
  },
  "an API key": {
    homes: ["laboratory"],
    async make() {
      const body = { name: "Program", scopes: ["patient:read"] };
      const { key } = await both.does(createApiKey, { body });
      return ({ place, nobody }) =>
        passes(programActor(`Bearer ${key}`, place, nobody.from).then((me) => answer(listPatients, me)));
    },
  },
  "a code that signs in": {
    homes: everywhere,
    async make(home) {
      const { email } = both;
      await answer(requestSignInCode, at(home).nobody, { body: { email } });
      return tries(signInByCode, { body: { email, code: await codeSentTo(email) } });
    },
  },
  "a link to a new password": {
    homes: everywhere,
    async make(home) {
      await answer(requestPasswordReset, at(home).nobody, { body: { email: both.email } });
      return tries(resetByLink, { body: { ...(await resetLinkSentTo(both.email)), ...passwords } });
    },
  },
  "a code for a new password": {
    homes: everywhere,
    async make(home) {
      const { email } = both;
      await answer(requestPasswordReset, at(home).nobody, { body: { email } });
      return tries(resetByCode, { body: { email, code: await codeSentTo(email), ...passwords } });
    },
  },
  "“this was not me”": {
    homes: everywhere,
    async make(home) {
      await signInAt(home);
      return tries(reportNotMe, { body: { token: await linkTokenSentTo(both.email, "new-device") } });
    },
  },
  "an invitation": {
    homes: ["laboratory"],
    async make() {
      const email = `invited@${lab.ref.slug}.test`;
      await both.does(inviteMember, { body: { email, roles: ["technician"] } });
      const token = await linkTokenSentTo(email);
      const who = { firstName: "Grace", lastName: "Bench", password: newPassword };
      return tries(acceptInvitation, { body: { token, ...who } });
    },
  },
  "a code that confirms a registration": {
    homes: ["learn", "root"],
    async make(home) {
      const email = await registered(home);
      return tries(verifyCode, { body: { email, code: await codeSentTo(email) } });
    },
  },
  "a link that confirms a registration": {
    homes: ["learn", "root"],
    async make(home) {
      return tries(verifyLink, { body: { token: await linkTokenSentTo(await registered(home)) } });
    },
  },
};

async function signInAt(home: Place): Promise<SignedIn> {
  const body = { identifier: both.email, password: a.password };
  return entered(await answer(login, at(home).nobody, { body }));
}

async function registered(home: Place): Promise<string> {
  const email = `patient@${lab.ref.slug}.test`;
  const names = { firstName: "Pat", lastName: "Ient" };
  const body = { email, password: newPassword, passwordConfirm: newPassword, ...names };
  await answer(registerAsPatient, at(home).nobody, { body });
  return email;
}

describe("S6 works at the host it was made for, and at no other", () => {
  it.each(
    Object.entries(kinds).flatMap(([name, { homes, make }]) =>
      homes.map((home) => [name, home, make] as const),
    ),
  )("%s, made at %s", async (_, from, make) => {
    const home = placeOfHome(from);
    const use = await make(home);
    const elsewhere = [labPlace(), nextPlace(), root, learn].filter(
      (place) => hostOf(place) !== hostOf(home),
    );
    expect(elsewhere.length).toBe(3);
    for (const place of elsewhere) expect(await use(at(place)), hostOf(place)).toBe(false);
    // It was good all along, and those tries did not use it up.
    expect(await use(at(home)), hostOf(home)).toBe(true);
  });

  it("no credential passes for another kind", async () => {
    const { access, refresh, sessionId } = await signIn(lab, both.email);
    const { key } = await both.does(createApiKey, { body: { name: "Program", scopes: ["patient:read"] } });
    const { place, nobody } = at(labPlace());
    const asBearer = (token: string) => passes(programActor(`Bearer ${token}`, place, nobody.from));
    expect([await asBearer(access), await asBearer(key)]).toEqual([true, true]);
    for (const token of [refresh, sessionId, key.slice(4), `mvk_${access}`]) {
      expect(await asBearer(token), token).toBe(false);
    }
    const asRefresh = (token: string) => tries(refreshTokens, { body: { refresh: token } })(at(labPlace()));
    for (const token of [key, sessionId, "x".repeat(43)]) expect(await asRefresh(token)).toBe(false);
    const claim = { sessionId, accountId: both.accountId };
    expect(await sessionActor(claim, "browser", nobody.from)).toBeNull();
    const asTicket = (ticket: string) => tries(openBrowserSession, { body: { ticket } })(at(labPlace()));
    for (const token of [refresh, sessionId]) expect(await asTicket(token)).toBe(false);
    expect(await asRefresh(refresh)).toBe(true);
  });
});
