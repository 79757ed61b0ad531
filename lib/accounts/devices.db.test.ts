import { describe, expect, it } from "vitest";
import type { Origin } from "@/lib/core/actor";
import { inPlatform } from "@/lib/infra/db";
import { acceptInvitation } from "@/lib/laboratories/operations/accept-invitation";
import { inviteMember } from "@/lib/laboratories/operations/invite-member";
import { a, type Lab, type Member } from "@/tests/support/a";
import { entered } from "@/tests/support/entered";
import { codeSentTo, lettersTo, linkTokenSentTo } from "@/tests/support/letters";
import { answer, bearer, cookie, signIn } from "@/tests/support/signed-in";
import { forgetDevice } from "./operations/forget-device";
import { listDevices } from "./operations/list-devices";
import { login } from "./operations/login";
import { openBrowserSession } from "./operations/open-browser-session";
import { registerAsDoctor } from "./operations/register-doctor";
import { startBrowserSession } from "./operations/start-browser-session";
import { verifyProviderEmail } from "./operations/verify-provider-email";

const curl = { ip: "198.51.100.7", device: "curl" };
const laptop = { ip: "203.0.113.20", device: "Firefox on Windows", deviceToken: "l".repeat(43) };
const day = 24 * 3_600_000;

function at(lab: Lab, from: Partial<Origin>) {
  const { actor } = lab.anonymous();
  return { ...actor, from: { ...actor.from, ...from } };
}

/** As the pages do it: the password form, then the ticket, from a browser that carries this cookie. */
async function signInByBrowser(
  lab: Lab,
  email: string,
  from: Partial<Origin>,
  { password = a.password as string, timeZone = null as string | null } = {},
) {
  const actor = at(lab, from);
  const { ticket } = entered(await answer(startBrowserSession, actor, { body: { email, password } }));
  return answer(openBrowserSession, actor, { body: { ticket, timeZone } });
}

async function announced(member: Member) {
  return (await lettersTo(member.email)).filter(({ template }) => template === "new-device");
}

/** Confirmed without a session: the sign-in after it is the first that the account sees. */
async function aDoctor(email: string) {
  const password = "four-Unrelated-words-7";
  const told = { email, password, confirmPassword: password, specialization: "cardiology" };
  await a.anyone().does(registerAsDoctor, { body: { ...told, firstName: "Gregory", lastName: "Doe" } });
  await a.anyone().does(verifyProviderEmail, { body: { email, code: await codeSentTo(email) } });
  return { email, password };
}

describe("T3 P4 a device", () => {
  it("is announced to the person when it is new, with a way to say that it was not them", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory({ name: "Harbour Laboratory", timeZone: "Europe/London" });
    const tech = await lab.member("technician");
    await signIn(lab, tech.email, a.password, curl);
    const [letter, ...more] = await announced(tech);
    expect(more).toEqual([]);
    for (const said of ["curl", curl.ip, `${lab.ref.slug}.lims.test`, "08:00", "/not-me?token="]) {
      expect(letter?.text).toContain(said);
    }
    await signIn(lab, tech.email, a.password, curl);
    expect((await announced(tech)).length).toBe(1);
    await signIn(lab, tech.email, a.password, { ...curl, ip: "198.51.100.8" });
    await signIn(lab, tech.email, a.password, { ...curl, device: "A booking program" });
    expect((await announced(tech)).length).toBe(3);
  });

  it("is known by its cookie in a browser, wherever the laptop is carried, and no other browser beside it is", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await signInByBrowser(lab, tech.email, laptop);
    await signInByBrowser(lab, tech.email, { ...laptop, ip: "192.0.2.99" });
    expect((await announced(tech)).length).toBe(1);
    await signInByBrowser(lab, tech.email, { ...laptop, deviceToken: "m".repeat(43) });
    expect((await announced(tech)).length).toBe(2);
  });

  it("of one laboratory's address is another at the next: a cookie is of one host", async () => {
    const [lab, next] = [await a.laboratory(), await a.laboratory()];
    await signInByBrowser(lab, lab.administrator.email, laptop);
    await signInByBrowser(next, next.administrator.email, laptop);
    expect((await announced(next.administrator)).length).toBe(1);
  });

  it("is not announced when the account began with it: somebody invited knows where they are", async () => {
    const lab = await a.laboratory();
    const email = `new@${lab.ref.slug}.test`;
    await lab.administrator.does(inviteMember, { body: { email, roles: ["technician"] } });
    await lab.anonymous().does(acceptInvitation, {
      body: {
        ...{ token: await linkTokenSentTo(email), firstName: "Grace", lastName: "Bench" },
        password: "four-Unrelated-words-7",
      },
    });
    expect((await lettersTo(email)).map(({ template }) => template)).not.toContain("new-device");
  });

  it("is not announced when it is the account's first, and every one after it is, forgotten ones too", async () => {
    const { email, password } = await aDoctor("first@clinic.test");
    const announcedTo = async () =>
      (await lettersTo(email)).filter(({ template }) => template === "new-device").length;
    const enter = async (from: Partial<Origin>) => {
      const { actor } = a.anyone();
      const there = { ...actor, from: { ...actor.from, ...from } };
      return entered(await answer(login, there, { body: { identifier: email, password } }));
    };
    const { access } = await enter(curl);
    await enter(curl);
    expect(await announcedTo()).toBe(0);
    await enter({ ...curl, device: "A booking program" });
    expect(await announcedTo()).toBe(1);
    const me = await bearer(access, { kind: "root" });
    for (const { id: deviceId } of (await answer(listDevices, me)).data) {
      await answer(forgetDevice, me, { params: { deviceId } });
    }
    await enter(curl);
    expect(await announcedTo()).toBe(2);
  });

  it("that is an account's first is suspected all the same where many were tried from its address", async () => {
    const { email, password } = await aDoctor("sprayed@clinic.test");
    const { actor } = a.anyone();
    const there = { ...actor, from: { ...actor.from, ip: "198.51.100.61" } };
    for (let each = 0; each < 10; each += 1) {
      const wrong = { identifier: `nobody-${each}@nowhere.test`, password };
      await expect(answer(login, there, { body: wrong })).rejects.toMatchObject({ code: "unauthenticated" });
    }
    await answer(login, there, { body: { identifier: email, password } });
    expect((await lettersTo(email)).at(-1)?.template).toBe("suspicious-sign-in");
  });

  it("is listed with what it has open, signed out and forgotten, and then new again", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const one = await signIn(lab, tech.email, a.password, curl);
    const two = await signInByBrowser(lab, tech.email, laptop, { timeZone: "Europe/Paris" });
    const again = await signInByBrowser(lab, tech.email, laptop);
    const me = await bearer(one.access, lab);
    const { data } = await answer(listDevices, me);
    const told = data.map(({ name, current, sessions, timeZone, ip }) => ({
      ...{ name, current, sessions, timeZone, ip },
    }));
    expect(told).toEqual([
      { name: "Firefox on Windows", current: false, sessions: 2, timeZone: "Europe/Paris", ip: laptop.ip },
      { name: "curl", current: true, sessions: 1, timeZone: null, ip: curl.ip },
    ]);
    const deviceId = data[0]?.id ?? "";
    const forget = () => answer(forgetDevice, me, { params: { deviceId } });
    const stranger = await lab.member("technician");
    await expect(stranger.does(forgetDevice, { params: { deviceId } })).rejects.toMatchObject({
      code: "not_found",
    });
    await forget();
    for (const claim of [two, again]) expect(await cookie(claim, lab)).toBeNull();
    expect((await bearer(one.access, lab)).session?.id).toBe(one.sessionId);
    expect((await answer(listDevices, me)).data.map(({ name }) => name)).toEqual(["curl"]);
    await expect(forget()).rejects.toMatchObject({ code: "not_found" });
    await signInByBrowser(lab, tech.email, laptop);
    expect((await announced(tech)).length).toBe(3);
  });

  it("is walked through in pages, the one used last first", async () => {
    const clock = a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    const names = ["One", "Two", "Three", "Four", "Five"];
    for (const device of names) {
      clock.pass(1000);
      await signIn(lab, tech.email, a.password, { ip: "198.51.100.7", device });
    }
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: { name: string }[]; nextCursor: string | null } = await tech.does(listDevices, {
        query: { limit: "2", ...(cursor && { cursor }) },
      });
      walked.push(...page.data.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(walked).toEqual(names.reverse());
  });

  it("is found new once when two sign-ins come from it at the same moment", async () => {
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await Promise.all(Array.from({ length: 6 }, () => signIn(lab, tech.email, a.password, curl)));
    expect((await announced(tech)).length).toBe(1);
    const about = { laboratoryId: null, accountId: null };
    const rows = await inPlatform(about, async (db) => {
      return await db.session.findMany({ where: { accountId: tech.accountId, deviceId: { not: null } } });
    });
    expect(rows.length).toBe(6);
    expect(new Set(rows.map(({ deviceId }) => deviceId)).size).toBe(1);
  });

  it("S7 is kept as a keyed hash of the cookie", async () => {
    const lab = await a.laboratory();
    await signInByBrowser(lab, lab.administrator.email, laptop);
    const rows = await inPlatform({ laboratoryId: null, accountId: null }, (db) => db.device.findMany());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(laptop.deviceToken);
  });
});

describe("S14 lockout", () => {
  const wrong = "Wrong-password-77";
  const times = (count: number) => Array.from({ length: count });
  const refused = { code: "unauthenticated" };

  it("cannot keep people out of the browser they use, by a stranger in the same network with the same browser", async () => {
    a.clock("2026-11-20T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await signInByBrowser(lab, tech.email, laptop);
    // The colleague at the next desk: same address, same browser, no cookie or one of their own.
    for (const deviceToken of ["", "x".repeat(43)]) {
      for (const _ of times(6)) {
        const attack = signInByBrowser(lab, tech.email, { ...laptop, deviceToken }, { password: wrong });
        await expect(attack).rejects.toMatchObject(refused);
      }
    }
    const { deviceToken: _, ...asProgram } = laptop;
    for (const __ of times(6)) {
      await expect(signIn(lab, tech.email, wrong, asProgram)).rejects.toMatchObject(refused);
    }
    await expect(signInByBrowser(lab, tech.email, { ...laptop, deviceToken: "" })).rejects.toMatchObject(
      refused,
    );
    expect((await signInByBrowser(lab, tech.email, laptop)).accountId).toBe(tech.accountId);
  });

  it("counts for a browser that was known and is forgotten, or was not seen for long, as for any stranger", async () => {
    const clock = a.clock("2026-08-01T08:00:00Z");
    const lab = await a.laboratory();
    const tech = await lab.member("technician");
    await signInByBrowser(lab, tech.email, laptop);
    clock.pass(91 * day);
    for (const _ of times(5)) await expect(signIn(lab, tech.email, wrong)).rejects.toMatchObject(refused);
    await expect(signInByBrowser(lab, tech.email, laptop)).rejects.toMatchObject(refused);
    clock.pass(60_000);
    await signInByBrowser(lab, tech.email, laptop);
    const { data } = await tech.does(listDevices);
    await tech.does(forgetDevice, { params: { deviceId: data[0]?.id ?? "" } });
    for (const _ of times(5)) await expect(signIn(lab, tech.email, wrong)).rejects.toMatchObject(refused);
    await expect(signInByBrowser(lab, tech.email, laptop)).rejects.toMatchObject(refused);
  });
});
